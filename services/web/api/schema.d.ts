// Generated from the OpenAPI document of the API by `npm run generate:client`.

export interface paths {
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics for Prometheus */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_trainingjob": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List SageMaker training jobs
         * @description Rows that a search query finds, in pages, with how complete and how fresh they are.
         */
        get: operations["list_aws_sagemaker_trainingjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_trainingjob/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the values of fields of SageMaker training jobs */
        get: operations["facets_aws_sagemaker_trainingjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_trainingjob/aggregate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Add up SageMaker training jobs by group and time */
        get: operations["aggregate_aws_sagemaker_trainingjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_trainingjob/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export SageMaker training jobs
         * @description Every row that a search query finds, streamed as NDJSON, CSV or Parquet.
         */
        get: operations["export_aws_sagemaker_trainingjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_trainingjob/by-name/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one SageMaker training job by its name
         * @description The newest row of a name. Where several accounts or regions have one, the answer is a problem of status 409 whose `choices` list them; `account` and `region` choose.
         */
        get: operations["get_aws_sagemaker_trainingjob_by_name"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_trainingjob/{arn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one SageMaker training job */
        get: operations["get_aws_sagemaker_trainingjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_trainingjob/{arn}/presentation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One SageMaker training job as people are shown it
         * @description How it stands, its stages, and names with values in sections, the policies that it violates, and where the AWS console shows it: what a page shows without knowing the type.
         */
        get: operations["present_aws_sagemaker_trainingjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_trainingjob/{arn}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of one SageMaker training job
         * @description Every version that sagecat saw, newest first, as its differences from the one before. That a running job’s counters move on makes none.
         */
        get: operations["versions_aws_sagemaker_trainingjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_processingjob": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List SageMaker processing jobs
         * @description Rows that a search query finds, in pages, with how complete and how fresh they are.
         */
        get: operations["list_aws_sagemaker_processingjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_processingjob/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the values of fields of SageMaker processing jobs */
        get: operations["facets_aws_sagemaker_processingjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_processingjob/aggregate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Add up SageMaker processing jobs by group and time */
        get: operations["aggregate_aws_sagemaker_processingjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_processingjob/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export SageMaker processing jobs
         * @description Every row that a search query finds, streamed as NDJSON, CSV or Parquet.
         */
        get: operations["export_aws_sagemaker_processingjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_processingjob/by-name/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one SageMaker processing job by its name
         * @description The newest row of a name. Where several accounts or regions have one, the answer is a problem of status 409 whose `choices` list them; `account` and `region` choose.
         */
        get: operations["get_aws_sagemaker_processingjob_by_name"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_processingjob/{arn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one SageMaker processing job */
        get: operations["get_aws_sagemaker_processingjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_processingjob/{arn}/presentation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One SageMaker processing job as people are shown it
         * @description How it stands, its stages, and names with values in sections, the policies that it violates, and where the AWS console shows it: what a page shows without knowing the type.
         */
        get: operations["present_aws_sagemaker_processingjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_processingjob/{arn}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of one SageMaker processing job
         * @description Every version that sagecat saw, newest first, as its differences from the one before. That a running job’s counters move on makes none.
         */
        get: operations["versions_aws_sagemaker_processingjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_endpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List SageMaker endpoints
         * @description Rows that a search query finds, in pages, with how complete and how fresh they are.
         */
        get: operations["list_aws_sagemaker_endpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_endpoint/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the values of fields of SageMaker endpoints */
        get: operations["facets_aws_sagemaker_endpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_endpoint/aggregate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Add up SageMaker endpoints by group and time */
        get: operations["aggregate_aws_sagemaker_endpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_endpoint/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export SageMaker endpoints
         * @description Every row that a search query finds, streamed as NDJSON, CSV or Parquet.
         */
        get: operations["export_aws_sagemaker_endpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_endpoint/by-name/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one SageMaker endpoint by its name
         * @description The newest row of a name. Where several accounts or regions have one, the answer is a problem of status 409 whose `choices` list them; `account` and `region` choose.
         */
        get: operations["get_aws_sagemaker_endpoint_by_name"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_endpoint/{arn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one SageMaker endpoint */
        get: operations["get_aws_sagemaker_endpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_endpoint/{arn}/presentation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One SageMaker endpoint as people are shown it
         * @description How it stands, its stages, and names with values in sections, the policies that it violates, and where the AWS console shows it: what a page shows without knowing the type.
         */
        get: operations["present_aws_sagemaker_endpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_endpoint/{arn}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of one SageMaker endpoint
         * @description Every version that sagecat saw, newest first, as its differences from the one before. That a running job’s counters move on makes none.
         */
        get: operations["versions_aws_sagemaker_endpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_transformjob": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List SageMaker transform jobs
         * @description Rows that a search query finds, in pages, with how complete and how fresh they are.
         */
        get: operations["list_aws_sagemaker_transformjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_transformjob/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the values of fields of SageMaker transform jobs */
        get: operations["facets_aws_sagemaker_transformjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_transformjob/aggregate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Add up SageMaker transform jobs by group and time */
        get: operations["aggregate_aws_sagemaker_transformjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_transformjob/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export SageMaker transform jobs
         * @description Every row that a search query finds, streamed as NDJSON, CSV or Parquet.
         */
        get: operations["export_aws_sagemaker_transformjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_transformjob/by-name/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one SageMaker transform job by its name
         * @description The newest row of a name. Where several accounts or regions have one, the answer is a problem of status 409 whose `choices` list them; `account` and `region` choose.
         */
        get: operations["get_aws_sagemaker_transformjob_by_name"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_transformjob/{arn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one SageMaker transform job */
        get: operations["get_aws_sagemaker_transformjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_transformjob/{arn}/presentation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One SageMaker transform job as people are shown it
         * @description How it stands, its stages, and names with values in sections, the policies that it violates, and where the AWS console shows it: what a page shows without knowing the type.
         */
        get: operations["present_aws_sagemaker_transformjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/aws_sagemaker_transformjob/{arn}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of one SageMaker transform job
         * @description Every version that sagecat saw, newest first, as its differences from the one before. That a running job’s counters move on makes none.
         */
        get: operations["versions_aws_sagemaker_transformjob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resource-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every resource type, and how lists of it are shown */
        get: operations["listResourceTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resource-types/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A resource type with its schema */
        get: operations["getResourceType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List changes, newest first
         * @description Resources that were first seen, changed, were deleted or came back, across the catalog. That a running job’s counters move on is no change.
         */
        get: operations["list_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch changes as server-sent events
         * @description An event `change` for each change from now on, as /v1/changes lists them, in the order in which they were stored. The id of an event is where to go on: in the header Last-Event-ID, as browsers do by themselves, or as `cursor`. An event `problem` ends the stream where something fails or the key ceases to work.
         */
        get: operations["watch_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing/running": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Running resources, with their cost so far and at their limit
         * @description Resources whose billed time is not known yet, those that will have cost most first: instances from their start until now, and until the longest run that was allowed, at the prices of their day. Spot capacity may be billed less.
         */
        get: operations["billing_running"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Add up billable time and cost
         * @description What SageMaker training jobs, SageMaker processing jobs, SageMaker endpoints, SageMaker transform jobs used in a period, by group and time bucket, beside the period before. What ran across a boundary is split over it pro rata; the parts add up to the whole.
         */
        get: operations["billing_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/budgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the budgets with this month’s spending
         * @description A key that is restricted to accounts sees the spending of these accounts.
         */
        get: operations["list_budgets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Coverage of every account and region
         * @description Every resource type in every account and region that was crawled, with how its last crawl ended, why it was not complete, and as of when it is.
         */
        get: operations["list_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/crawls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List crawls, newest first */
        get: operations["list_crawls"];
        put?: never;
        /**
         * Crawl now
         * @description Asks the workers to crawl everything, some accounts or regions, or one job. A request that waits already is not made twice. Where no worker runs, the request is kept and the answer has a warning.
         */
        post: operations["request_crawl"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/crawls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one crawl with its targets */
        get: operations["get_crawl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/crawls/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch a crawl as server-sent events
         * @description An event `crawl` with the crawl and its targets at once and whenever they change, until it has ended; then an event `end`. An event `problem` ends it where something fails or the key ceases to work.
         */
        get: operations["watch_crawl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare ACK manifests with AWS
         * @description Every known manifest, and the fields in which it differs from AWS.
         */
        get: operations["list_drift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drift/unmanaged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List resources without a manifest */
        get: operations["list_unmanaged"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the policies with their scores */
        get: operations["list_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a policy with its score and the score of each day */
        get: operations["get_policy"];
        /**
         * Add a policy, or change one
         * @description At its next start sagecat replaces it by the list policies of the configuration, if there is one.
         */
        put: operations["save_policy"];
        post?: never;
        /** Remove a policy and its verdicts; its history by day stays */
        delete: operations["delete_policy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{name}/violations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the resources that violate a policy
         * @description Leads to the list of the policy’s resource type with violates:NAME in the query; facets, aggregates and exports of the type take that too.
         */
        get: operations["list_policy_violations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the watches */
        get: operations["list_watches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a watch */
        get: operations["get_watch"];
        /**
         * Add a watch, or change one
         * @description One that means something else than before begins anew. A list watches in the configuration goes before it when sagecat starts again. Its channels and its budget are those of the configuration.
         */
        put: operations["save_watch"];
        post?: never;
        /**
         * Remove a watch
         * @description Messages that it already caused are still delivered.
         */
        delete: operations["delete_watch"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches/{name}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the deliveries of a watch, newest first
         * @description Kept for 30 days. A key that is restricted to accounts sees what is about these; thresholds are about all accounts.
         */
        get: operations["list_watch_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sql": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run one read-only SQL statement
         * @description Runs as the role sagecat_reader, in a transaction that only reads and is never committed.
         */
        post: operations["run_sql"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller’s rights, and whether a key is needed */
        get: operations["get_session"];
        put?: never;
        /**
         * Sign a browser in
         * @description Answers the key of the request with a cookie that gives the same rights, for 30 days or until the key ends. Requests with the cookie that change something must come from a page of the same origin.
         */
        post: operations["sign_in"];
        /** Sign a browser out */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List saved views: the caller’s own and the shared ones */
        get: operations["list_views"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save a view, or change one
         * @description A name is taken once for each page and key, and a key has at most 500 views: both are answered with status 409. Where no key is needed, every view is shared.
         */
        put: operations["save_view"];
        post?: never;
        /**
         * Delete a view
         * @description Allowed to the key that saved it, and to keys with the scope admin that see it.
         */
        delete: operations["delete_view"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process runs */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the database answers and is migrated */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * SageMaker training job
         * @description Training jobs of Amazon SageMaker: what ran, on what, for whom, how it ended and what was billed.
         */
        aws_sagemaker_trainingjob: {
            /** @description Identifier of the AWS account, from the ARN. */
            account_id: string | null;
            /** @description The algorithm that ran: its image or name, input mode and metric definitions. */
            algorithm_specification: {
                /**
                 * @description How data reaches the container: Pipe, File or FastFile.
                 * @example Pipe
                 * @example File
                 * @example FastFile
                 */
                training_input_mode?: string | null;
                /** @description Registry path of the training image. */
                training_image?: string | null;
                /** @description Algorithm resource used in place of an image. */
                algorithm_name?: string | null;
                /** @description How metrics are read from the job’s log. */
                metric_definitions?: {
                    /** @description Name of the metric. */
                    name?: string | null;
                    /** @description Regular expression whose first group is the metric’s value. */
                    regex?: string | null;
                }[] | null;
                /** @description Whether metrics are also kept as a time series. */
                enable_sage_maker_metrics_time_series?: boolean | null;
                /** @description Entrypoint that replaces the image’s own. */
                container_entrypoint?: string[] | null;
                /** @description Arguments for the container’s entrypoint. */
                container_arguments?: string[] | null;
                /** @description Access to an image in a private registry. */
                training_image_config?: {
                    /**
                     * @description How the registry is reached: Platform or Vpc.
                     * @example Platform
                     * @example Vpc
                     */
                    training_repository_access_mode?: string | null;
                    /** @description How to log in to the registry. */
                    training_repository_auth_config?: {
                        /** @description ARN of the Lambda function that supplies the registry’s credentials. */
                        training_repository_credentials_provider_arn?: string | null;
                    } | null;
                } | null;
            } | null;
            /** @description ARN of the AutoML job that started this job. */
            auto_ml_job_arn: string | null;
            /**
             * Format: int32
             * @description Seconds billed per instance; multiply by the instance count. Less than the training time on spot capacity.
             */
            billable_time_in_seconds: number | null;
            /**
             * Format: int64
             * @description Tokens billed for a serverless job.
             */
            billable_token_count: number | null;
            /** @description Where checkpoints are kept. */
            checkpoint_config: {
                /** @description S3 prefix that receives the checkpoints. */
                s3_uri?: string | null;
                /** @description Directory in the container from which checkpoints are synchronised. */
                local_path?: string | null;
            } | null;
            /**
             * Format: date-time
             * @description When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.
             */
            creation_time: string | null;
            /** @description What Debugger’s hook saves during training. */
            debug_hook_config: {
                /** @description S3 location of the saved tensors. */
                s3_output_path?: string | null;
                /** @description Directory in the container for tensors and metrics. */
                local_path?: string | null;
                /** @description Parameters of the hook. */
                hook_parameters?: {
                    [key: string]: string;
                } | null;
                /** @description The tensor collections that are saved. */
                collection_configurations?: {
                    /** @description Name of the collection. */
                    collection_name?: string | null;
                    /** @description Parameters of the collection, such as its save interval. */
                    collection_parameters?: {
                        [key: string]: string;
                    } | null;
                }[] | null;
            } | null;
            /** @description Debugger rules that watch the job’s tensors. */
            debug_rule_configurations: {
                /** @description Name of the rule, unique within the job. */
                rule_configuration_name?: string | null;
                /** @description Container image that evaluates the rule. */
                rule_evaluator_image?: string | null;
                /** @description Directory in the rule container that receives its output. */
                local_path?: string | null;
                /** @description S3 location that receives the output of the rule. */
                s3_output_path?: string | null;
                /** @description Instance type on which a custom rule runs. */
                instance_type?: string | null;
                /**
                 * Format: int32
                 * @description Size in GB of the volume attached to the rule’s instance.
                 */
                volume_size_in_gb?: number | null;
                /** @description Parameters handed to the rule. */
                rule_parameters?: {
                    [key: string]: string;
                } | null;
            }[] | null;
            /** @description Where the evaluation of each Debugger rule stands; may change after the job has ended. */
            debug_rule_evaluation_statuses: {
                /** @description Name of the rule that was evaluated. */
                rule_configuration_name?: string | null;
                /** @description ARN of the processing job that evaluates the rule. */
                rule_evaluation_job_arn?: string | null;
                /**
                 * @description Where the evaluation stands: InProgress, NoIssuesFound, IssuesFound, Error, Stopping or Stopped.
                 * @example InProgress
                 * @example NoIssuesFound
                 * @example IssuesFound
                 * @example Error
                 * @example Stopping
                 * @example Stopped
                 */
                rule_evaluation_status?: string | null;
                /** @description Details of the evaluation, such as what was found. */
                status_details?: string | null;
                /**
                 * Format: date-time
                 * @description When the status of the evaluation last changed.
                 */
                last_modified_time?: string | null;
            }[] | null;
            /** @description Whether traffic between the containers of a distributed job is encrypted. */
            enable_inter_container_traffic_encryption: boolean | null;
            /** @description Whether the job runs on spot capacity. */
            enable_managed_spot_training: boolean | null;
            /** @description Whether the containers are cut off from the network. */
            enable_network_isolation: boolean | null;
            /** @description Environment variables of the container. */
            environment: {
                [key: string]: string;
            } | null;
            /** @description The experiment that the job belongs to. */
            experiment_config: {
                /** @description Name of the experiment. */
                experiment_name?: string | null;
                /** @description Name of the trial within the experiment. */
                trial_name?: string | null;
                /** @description Name shown for the job’s trial component. */
                trial_component_display_name?: string | null;
                /** @description Name of the experiment’s run. */
                run_name?: string | null;
            } | null;
            /** @description Why the job failed, where it did. */
            failure_reason: string | null;
            /** @description The last value of each metric that the job emitted. */
            final_metric_data_list: {
                /** @description Name of the metric. */
                metric_name?: string | null;
                /** @description Value, a single-precision number; not-a-number and infinities are the strings NaN, Infinity and -Infinity. */
                value?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                /**
                 * Format: date-time
                 * @description When the value was emitted.
                 */
                timestamp?: string | null;
            }[] | null;
            /** @description The algorithm’s hyperparameters. */
            hyper_parameters: {
                [key: string]: string;
            } | null;
            /** @description Health check of the infrastructure before training. */
            infra_check_config: {
                /** @description Whether the check runs. */
                enable_infra_check?: boolean | null;
            } | null;
            /** @description The channels through which data enters the job. */
            input_data_config: {
                /** @description Name of the channel, e.g. train. */
                channel_name?: string | null;
                /** @description Where the channel’s data is. */
                data_source?: {
                    /** @description Data in S3. */
                    s3_data_source?: {
                        /**
                         * @description What the URI names: S3Prefix, ManifestFile, AugmentedManifestFile or Converse.
                         * @example S3Prefix
                         * @example ManifestFile
                         * @example AugmentedManifestFile
                         * @example Converse
                         */
                        s3_data_type?: string | null;
                        /** @description Prefix or manifest in S3. */
                        s3_uri?: string | null;
                        /**
                         * @description Whether every instance gets all data or a share: FullyReplicated or ShardedByS3Key.
                         * @example FullyReplicated
                         * @example ShardedByS3Key
                         */
                        s3_data_distribution_type?: string | null;
                        /** @description Attributes read from an augmented manifest. */
                        attribute_names?: string[] | null;
                        /** @description Instance groups that receive the data. */
                        instance_group_names?: string[] | null;
                        /** @description Access to a gated model. */
                        model_access_config?: {
                            /** @description Whether the model’s licence was accepted. */
                            accept_eula?: boolean | null;
                        } | null;
                        /** @description Access to a model in a hub. */
                        hub_access_config?: {
                            /** @description ARN of the hub content. */
                            hub_content_arn?: string | null;
                        } | null;
                    } | null;
                    /** @description Data on a file system. */
                    file_system_data_source?: {
                        /** @description Identifier of the file system. */
                        file_system_id?: string | null;
                        /**
                         * @description How it is mounted: ro or rw.
                         * @example ro
                         * @example rw
                         */
                        file_system_access_mode?: string | null;
                        /**
                         * @description EFS or FSxLustre.
                         * @example EFS
                         * @example FSxLustre
                         */
                        file_system_type?: string | null;
                        /** @description Directory that the channel reads. */
                        directory_path?: string | null;
                    } | null;
                    /** @description Data in a dataset resource. */
                    dataset_source?: {
                        /** @description ARN of the dataset. */
                        dataset_arn?: string | null;
                    } | null;
                } | null;
                /** @description MIME type of the data. */
                content_type?: string | null;
                /**
                 * @description Compression of the data: None or Gzip.
                 * @example None
                 * @example Gzip
                 */
                compression_type?: string | null;
                /**
                 * @description How records are wrapped: None or RecordIO.
                 * @example None
                 * @example RecordIO
                 */
                record_wrapper_type?: string | null;
                /**
                 * @description Input mode of this channel, where it differs from the job’s.
                 * @example Pipe
                 * @example File
                 * @example FastFile
                 */
                input_mode?: string | null;
                /** @description Shuffling of the channel’s data. */
                shuffle_config?: {
                    /**
                     * Format: int64
                     * @description Seed of the shuffle.
                     */
                    seed?: number | null;
                } | null;
            }[] | null;
            /** @description ARN of the labeling job that started this job. */
            labeling_job_arn: string | null;
            /**
             * Format: date-time
             * @description When the job last changed, as SageMaker tells it.
             */
            last_modified_time: string | null;
            /** @description The MLflow server and run that the job reports to. */
            mlflow_config: {
                /** @description ARN of the MLflow server. */
                mlflow_resource_arn?: string | null;
                /** @description Name of the MLflow experiment. */
                mlflow_experiment_name?: string | null;
                /** @description Name of the MLflow run. */
                mlflow_run_name?: string | null;
            } | null;
            /** @description What MLflow made of the job. */
            mlflow_details: {
                /** @description Identifier of the MLflow experiment. */
                mlflow_experiment_id?: string | null;
                /** @description Identifier of the MLflow run. */
                mlflow_run_id?: string | null;
            } | null;
            /** @description Where the trained model is. */
            model_artifacts: {
                /** @description S3 path of the model archive. */
                s3_model_artifacts?: string | null;
            } | null;
            /** @description The model package that the job makes or starts from. */
            model_package_config: {
                /** @description ARN of the group that receives the new package. */
                model_package_group_arn?: string | null;
                /** @description ARN of the package that training starts from. */
                source_model_package_arn?: string | null;
            } | null;
            /** @description Where the job’s output goes. */
            output_data_config: {
                /** @description S3 location of the output. */
                s3_output_path?: string | null;
                /** @description KMS key that encrypts the output. */
                kms_key_id?: string | null;
                /**
                 * @description Compression of the output: GZIP or NONE.
                 * @example GZIP
                 * @example NONE
                 */
                compression_type?: string | null;
            } | null;
            /** @description ARN of the model package that the job made. */
            output_model_package_arn: string | null;
            /** @description What the profiler collects. */
            profiler_config: {
                /** @description S3 location of the profiler’s data. */
                s3_output_path?: string | null;
                /**
                 * Format: int64
                 * @description Milliseconds between two samples of system metrics.
                 */
                profiling_interval_in_milliseconds?: number | null;
                /** @description Parameters of framework profiling. */
                profiling_parameters?: {
                    [key: string]: string;
                } | null;
                /** @description Whether the profiler is off. */
                disable_profiler?: boolean | null;
            } | null;
            /** @description Profiler rules that watch the job. */
            profiler_rule_configurations: {
                /** @description Name of the rule, unique within the job. */
                rule_configuration_name?: string | null;
                /** @description Container image that evaluates the rule. */
                rule_evaluator_image?: string | null;
                /** @description Directory in the rule container that receives its output. */
                local_path?: string | null;
                /** @description S3 location that receives the output of the rule. */
                s3_output_path?: string | null;
                /** @description Instance type on which a custom rule runs. */
                instance_type?: string | null;
                /**
                 * Format: int32
                 * @description Size in GB of the volume attached to the rule’s instance.
                 */
                volume_size_in_gb?: number | null;
                /** @description Parameters handed to the rule. */
                rule_parameters?: {
                    [key: string]: string;
                } | null;
            }[] | null;
            /** @description Where the evaluation of each profiler rule stands; may change after the job has ended. */
            profiler_rule_evaluation_statuses: {
                /** @description Name of the rule that was evaluated. */
                rule_configuration_name?: string | null;
                /** @description ARN of the processing job that evaluates the rule. */
                rule_evaluation_job_arn?: string | null;
                /**
                 * @description Where the evaluation stands: InProgress, NoIssuesFound, IssuesFound, Error, Stopping or Stopped.
                 * @example InProgress
                 * @example NoIssuesFound
                 * @example IssuesFound
                 * @example Error
                 * @example Stopping
                 * @example Stopped
                 */
                rule_evaluation_status?: string | null;
                /** @description Details of the evaluation, such as what was found. */
                status_details?: string | null;
                /**
                 * Format: date-time
                 * @description When the status of the evaluation last changed.
                 */
                last_modified_time?: string | null;
            }[] | null;
            /**
             * @description Whether profiling is Enabled or Disabled.
             * @example Enabled
             * @example Disabled
             */
            profiling_status: string | null;
            /** @description How far a running serverless job has come. */
            progress_info: {
                /**
                 * Format: int64
                 * @description Steps in one epoch.
                 */
                total_step_count_per_epoch?: number | null;
                /**
                 * Format: int64
                 * @description Step under way.
                 */
                current_step?: number | null;
                /**
                 * Format: int64
                 * @description Epoch under way.
                 */
                current_epoch?: number | null;
                /**
                 * Format: int64
                 * @description Epochs in all.
                 */
                max_epoch?: number | null;
            } | null;
            /** @description Remote access to the running container. */
            remote_debug_config: {
                /** @description Whether remote debugging is on. */
                enable_remote_debug?: boolean | null;
            } | null;
            /** @description The instances and volumes that the job runs on. */
            resource_config: {
                /** @description Instance type; absent where instance groups or preferences name it. */
                instance_type?: string | null;
                /**
                 * Format: int32
                 * @description Number of instances; absent where instance groups or preferences name it.
                 */
                instance_count?: number | null;
                /**
                 * Format: int32
                 * @description Size in GB of the volume on each instance.
                 */
                volume_size_in_gb?: number | null;
                /** @description KMS key that encrypts the volumes. */
                volume_kms_key_id?: string | null;
                /**
                 * Format: int32
                 * @description Seconds for which the instances are kept warm after the job.
                 */
                keep_alive_period_in_seconds?: number | null;
                /** @description The groups of a heterogeneous cluster. */
                instance_groups?: {
                    /** @description Instance type of the group. */
                    instance_type?: string | null;
                    /**
                     * Format: int32
                     * @description Number of instances in the group.
                     */
                    instance_count?: number | null;
                    /** @description Name of the group. */
                    instance_group_name?: string | null;
                }[] | null;
                /** @description ARN of the training plan whose prepaid capacity the job uses. */
                training_plan_arn?: string | null;
                /** @description Where the instances are placed. */
                instance_placement_config?: {
                    /** @description Whether several jobs may share an UltraServer. */
                    enable_multiple_jobs?: boolean | null;
                    /** @description Placement by UltraServer. */
                    placement_specifications?: {
                        /**
                         * Format: int32
                         * @description Instances placed there.
                         */
                        instance_count?: number | null;
                        /** @description Identifier of the UltraServer. */
                        ultra_server_id?: string | null;
                    }[] | null;
                } | null;
                /** @description Instance choices in order of preference. */
                instance_preferences?: {
                    /** @description Instance type of the choice. */
                    instance_type?: string | null;
                    /**
                     * Format: int32
                     * @description Number of instances of the choice.
                     */
                    instance_count?: number | null;
                    /** @description ARNs of the training plans whose capacity the choice may use. */
                    training_plan_arns?: string[] | null;
                }[] | null;
                /** @description Instance type that was chosen from the preferences. */
                selected_instance_type?: string | null;
                /**
                 * Format: int32
                 * @description Number of instances that was chosen from the preferences.
                 */
                selected_instance_count?: number | null;
            } | null;
            /** @description What happens after an internal error. */
            retry_strategy: {
                /**
                 * Format: int32
                 * @description How often the job is tried again.
                 */
                maximum_retry_attempts?: number | null;
            } | null;
            /** @description ARN of the IAM role that the job runs as. */
            role_arn: string | null;
            /**
             * @description Fine-grained status, e.g. Starting, Downloading, Training, Uploading, MaxRuntimeExceeded.
             * @example Starting
             * @example Pending
             * @example LaunchingMLInstances
             * @example PreparingTrainingStack
             * @example Downloading
             * @example DownloadingTrainingImage
             * @example Training
             * @example Uploading
             * @example Stopping
             * @example Stopped
             * @example MaxRuntimeExceeded
             * @example MaxWaitTimeExceeded
             * @example Interrupted
             * @example Restarting
             * @example Updating
             * @example Completed
             * @example Failed
             */
            secondary_status: string | null;
            /** @description The history of the secondary status. */
            secondary_status_transitions: {
                /**
                 * @description Secondary status.
                 * @example Starting
                 * @example Pending
                 * @example LaunchingMLInstances
                 * @example PreparingTrainingStack
                 * @example Downloading
                 * @example DownloadingTrainingImage
                 * @example Training
                 * @example Uploading
                 * @example Stopping
                 * @example Stopped
                 * @example MaxRuntimeExceeded
                 * @example MaxWaitTimeExceeded
                 * @example Interrupted
                 * @example Restarting
                 * @example Updating
                 * @example Completed
                 * @example Failed
                 */
                status?: string | null;
                /**
                 * Format: date-time
                 * @description When it began.
                 */
                start_time?: string | null;
                /**
                 * Format: date-time
                 * @description When it ended; absent for the current one.
                 */
                end_time?: string | null;
                /** @description What SageMaker said about it. */
                status_message?: string | null;
            }[] | null;
            /** @description How a serverless customisation or evaluation job was asked for. */
            serverless_job_config: {
                /** @description ARN of the base model. */
                base_model_arn?: string | null;
                /**
                 * @description Kind of serverless job, e.g. FineTuning or Evaluation.
                 * @example FineTuning
                 * @example Evaluation
                 */
                job_type?: string | null;
                /** @description Whether the base model’s licence was accepted. */
                accept_eula?: boolean | null;
                /**
                 * @description Customisation technique, e.g. SFT, DPO, RLVR or RLAIF.
                 * @example SFT
                 * @example DPO
                 * @example RLVR
                 * @example RLAIF
                 */
                customization_technique?: string | null;
                /**
                 * @description Parameter-efficient method, e.g. LORA.
                 * @example LORA
                 */
                peft?: string | null;
                /**
                 * @description Kind of evaluation.
                 * @example LLMAJEvaluation
                 * @example CustomScorerEvaluation
                 * @example BenchmarkEvaluation
                 */
                evaluation_type?: string | null;
                /** @description ARN of the evaluator. */
                evaluator_arn?: string | null;
                /** @description Longest sequence that the job trains on. */
                sequence_length?: string | null;
            } | null;
            /** @description Limits after which the job is stopped. */
            stopping_condition: {
                /**
                 * Format: int32
                 * @description Longest training time in seconds.
                 */
                max_runtime_in_seconds?: number | null;
                /**
                 * Format: int32
                 * @description Longest time in seconds of waiting for spot capacity and training together.
                 */
                max_wait_time_in_seconds?: number | null;
                /**
                 * Format: int32
                 * @description Longest time in seconds of waiting for capacity.
                 */
                max_pending_time_in_seconds?: number | null;
            } | null;
            /** @description The same tags as an object: values by key. Of several tags of one key the last of the list counts. */
            tag_map: {
                [key: string]: string;
            } | null;
            /** @description Tags, each as key:value. */
            tags: string[] | null;
            /** @description Where TensorBoard’s data goes. */
            tensor_board_output_config: {
                /** @description S3 location of TensorBoard’s data. */
                s3_output_path?: string | null;
                /** @description Directory in the container for TensorBoard’s data. */
                local_path?: string | null;
            } | null;
            /**
             * Format: date-time
             * @description When training ended on the instances.
             */
            training_end_time: string | null;
            /** @description ARN of the job; holds its name in lower case. */
            training_job_arn: string | null;
            /** @description Name of the job, in its own spelling. */
            training_job_name: string | null;
            /**
             * @description InProgress, Completed, Failed, Stopping, Stopped or Deleting.
             * @example InProgress
             * @example Completed
             * @example Failed
             * @example Stopping
             * @example Stopped
             * @example Deleting
             */
            training_job_status: string | null;
            /**
             * Format: date-time
             * @description When training began on the instances.
             */
            training_start_time: string | null;
            /**
             * Format: int32
             * @description Seconds from the start of training to its end.
             */
            training_time_in_seconds: number | null;
            /** @description ARN of the hyperparameter tuning job that started this job. */
            tuning_job_arn: string | null;
            /** @description The VPC that the containers are attached to. */
            vpc_config: {
                /** @description Identifiers of the security groups. */
                security_group_ids?: string[] | null;
                /** @description Identifiers of the subnets. */
                subnets?: string[] | null;
            } | null;
            /** @description The instances kept warm after the job; changes after the job has ended. */
            warm_pool_status: {
                /**
                 * @description Available, InUse, Reused or Terminated.
                 * @example Available
                 * @example InUse
                 * @example Reused
                 * @example Terminated
                 */
                status?: string | null;
                /**
                 * Format: int32
                 * @description Seconds billed per instance for keeping the pool.
                 */
                resource_retained_billable_time_in_seconds?: number | null;
                /** @description Name of the job that took the pool over. */
                reused_by_job?: string | null;
            } | null;
            /** @description Name of the AWS account; null where it is not known. */
            account_name: string | null;
            /** @description The team that the resource belongs to, by the rules of ownership; null where none applies. */
            owner: string | null;
            /** @description Name of the rule that decided the owner. */
            owner_rule: string | null;
            /** @description AWS region, from the ARN. */
            region: string;
            /**
             * @description described: every column is read; searched: the columns that Search lacks are not read yet.
             * @example described
             * @example searched
             */
            completeness: string;
            /**
             * Format: date-time
             * @description When sagecat first saw the resource.
             */
            first_seen_at: string;
            /**
             * Format: date-time
             * @description When sagecat first saw the present content.
             */
            changed_at: string;
            /**
             * Format: date-time
             * @description When a describe last gave the row new content.
             */
            described_at: string | null;
            /**
             * Format: date-time
             * @description When sagecat found that the resource is gone; null while it exists.
             */
            deleted_at: string | null;
            /** @description Paths of the fields in which secrets were masked. */
            masked_fields: string[] | null;
        };
        /**
         * SageMaker training job
         * @description The fields that were asked for.
         */
        aws_sagemaker_trainingjob_fields: {
            /** @description Identifier of the AWS account, from the ARN. */
            account_id?: string | null;
            /** @description The algorithm that ran: its image or name, input mode and metric definitions. */
            algorithm_specification?: {
                /**
                 * @description How data reaches the container: Pipe, File or FastFile.
                 * @example Pipe
                 * @example File
                 * @example FastFile
                 */
                training_input_mode?: string | null;
                /** @description Registry path of the training image. */
                training_image?: string | null;
                /** @description Algorithm resource used in place of an image. */
                algorithm_name?: string | null;
                /** @description How metrics are read from the job’s log. */
                metric_definitions?: {
                    /** @description Name of the metric. */
                    name?: string | null;
                    /** @description Regular expression whose first group is the metric’s value. */
                    regex?: string | null;
                }[] | null;
                /** @description Whether metrics are also kept as a time series. */
                enable_sage_maker_metrics_time_series?: boolean | null;
                /** @description Entrypoint that replaces the image’s own. */
                container_entrypoint?: string[] | null;
                /** @description Arguments for the container’s entrypoint. */
                container_arguments?: string[] | null;
                /** @description Access to an image in a private registry. */
                training_image_config?: {
                    /**
                     * @description How the registry is reached: Platform or Vpc.
                     * @example Platform
                     * @example Vpc
                     */
                    training_repository_access_mode?: string | null;
                    /** @description How to log in to the registry. */
                    training_repository_auth_config?: {
                        /** @description ARN of the Lambda function that supplies the registry’s credentials. */
                        training_repository_credentials_provider_arn?: string | null;
                    } | null;
                } | null;
            } | null;
            /** @description ARN of the AutoML job that started this job. */
            auto_ml_job_arn?: string | null;
            /**
             * Format: int32
             * @description Seconds billed per instance; multiply by the instance count. Less than the training time on spot capacity.
             */
            billable_time_in_seconds?: number | null;
            /**
             * Format: int64
             * @description Tokens billed for a serverless job.
             */
            billable_token_count?: number | null;
            /** @description Where checkpoints are kept. */
            checkpoint_config?: {
                /** @description S3 prefix that receives the checkpoints. */
                s3_uri?: string | null;
                /** @description Directory in the container from which checkpoints are synchronised. */
                local_path?: string | null;
            } | null;
            /**
             * Format: date-time
             * @description When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.
             */
            creation_time?: string | null;
            /** @description What Debugger’s hook saves during training. */
            debug_hook_config?: {
                /** @description S3 location of the saved tensors. */
                s3_output_path?: string | null;
                /** @description Directory in the container for tensors and metrics. */
                local_path?: string | null;
                /** @description Parameters of the hook. */
                hook_parameters?: {
                    [key: string]: string | null;
                } | null;
                /** @description The tensor collections that are saved. */
                collection_configurations?: {
                    /** @description Name of the collection. */
                    collection_name?: string | null;
                    /** @description Parameters of the collection, such as its save interval. */
                    collection_parameters?: {
                        [key: string]: string | null;
                    } | null;
                }[] | null;
            } | null;
            /** @description Debugger rules that watch the job’s tensors. */
            debug_rule_configurations?: {
                /** @description Name of the rule, unique within the job. */
                rule_configuration_name?: string | null;
                /** @description Container image that evaluates the rule. */
                rule_evaluator_image?: string | null;
                /** @description Directory in the rule container that receives its output. */
                local_path?: string | null;
                /** @description S3 location that receives the output of the rule. */
                s3_output_path?: string | null;
                /** @description Instance type on which a custom rule runs. */
                instance_type?: string | null;
                /**
                 * Format: int32
                 * @description Size in GB of the volume attached to the rule’s instance.
                 */
                volume_size_in_gb?: number | null;
                /** @description Parameters handed to the rule. */
                rule_parameters?: {
                    [key: string]: string | null;
                } | null;
            }[] | null;
            /** @description Where the evaluation of each Debugger rule stands; may change after the job has ended. */
            debug_rule_evaluation_statuses?: {
                /** @description Name of the rule that was evaluated. */
                rule_configuration_name?: string | null;
                /** @description ARN of the processing job that evaluates the rule. */
                rule_evaluation_job_arn?: string | null;
                /**
                 * @description Where the evaluation stands: InProgress, NoIssuesFound, IssuesFound, Error, Stopping or Stopped.
                 * @example InProgress
                 * @example NoIssuesFound
                 * @example IssuesFound
                 * @example Error
                 * @example Stopping
                 * @example Stopped
                 */
                rule_evaluation_status?: string | null;
                /** @description Details of the evaluation, such as what was found. */
                status_details?: string | null;
                /**
                 * Format: date-time
                 * @description When the status of the evaluation last changed.
                 */
                last_modified_time?: string | null;
            }[] | null;
            /** @description Whether traffic between the containers of a distributed job is encrypted. */
            enable_inter_container_traffic_encryption?: boolean | null;
            /** @description Whether the job runs on spot capacity. */
            enable_managed_spot_training?: boolean | null;
            /** @description Whether the containers are cut off from the network. */
            enable_network_isolation?: boolean | null;
            /** @description Environment variables of the container. */
            environment?: {
                [key: string]: string | null;
            } | null;
            /** @description The experiment that the job belongs to. */
            experiment_config?: {
                /** @description Name of the experiment. */
                experiment_name?: string | null;
                /** @description Name of the trial within the experiment. */
                trial_name?: string | null;
                /** @description Name shown for the job’s trial component. */
                trial_component_display_name?: string | null;
                /** @description Name of the experiment’s run. */
                run_name?: string | null;
            } | null;
            /** @description Why the job failed, where it did. */
            failure_reason?: string | null;
            /** @description The last value of each metric that the job emitted. */
            final_metric_data_list?: {
                /** @description Name of the metric. */
                metric_name?: string | null;
                /** @description Value, a single-precision number; not-a-number and infinities are the strings NaN, Infinity and -Infinity. */
                value?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                /**
                 * Format: date-time
                 * @description When the value was emitted.
                 */
                timestamp?: string | null;
            }[] | null;
            /** @description The algorithm’s hyperparameters. */
            hyper_parameters?: {
                [key: string]: string | null;
            } | null;
            /** @description Health check of the infrastructure before training. */
            infra_check_config?: {
                /** @description Whether the check runs. */
                enable_infra_check?: boolean | null;
            } | null;
            /** @description The channels through which data enters the job. */
            input_data_config?: {
                /** @description Name of the channel, e.g. train. */
                channel_name?: string | null;
                /** @description Where the channel’s data is. */
                data_source?: {
                    /** @description Data in S3. */
                    s3_data_source?: {
                        /**
                         * @description What the URI names: S3Prefix, ManifestFile, AugmentedManifestFile or Converse.
                         * @example S3Prefix
                         * @example ManifestFile
                         * @example AugmentedManifestFile
                         * @example Converse
                         */
                        s3_data_type?: string | null;
                        /** @description Prefix or manifest in S3. */
                        s3_uri?: string | null;
                        /**
                         * @description Whether every instance gets all data or a share: FullyReplicated or ShardedByS3Key.
                         * @example FullyReplicated
                         * @example ShardedByS3Key
                         */
                        s3_data_distribution_type?: string | null;
                        /** @description Attributes read from an augmented manifest. */
                        attribute_names?: string[] | null;
                        /** @description Instance groups that receive the data. */
                        instance_group_names?: string[] | null;
                        /** @description Access to a gated model. */
                        model_access_config?: {
                            /** @description Whether the model’s licence was accepted. */
                            accept_eula?: boolean | null;
                        } | null;
                        /** @description Access to a model in a hub. */
                        hub_access_config?: {
                            /** @description ARN of the hub content. */
                            hub_content_arn?: string | null;
                        } | null;
                    } | null;
                    /** @description Data on a file system. */
                    file_system_data_source?: {
                        /** @description Identifier of the file system. */
                        file_system_id?: string | null;
                        /**
                         * @description How it is mounted: ro or rw.
                         * @example ro
                         * @example rw
                         */
                        file_system_access_mode?: string | null;
                        /**
                         * @description EFS or FSxLustre.
                         * @example EFS
                         * @example FSxLustre
                         */
                        file_system_type?: string | null;
                        /** @description Directory that the channel reads. */
                        directory_path?: string | null;
                    } | null;
                    /** @description Data in a dataset resource. */
                    dataset_source?: {
                        /** @description ARN of the dataset. */
                        dataset_arn?: string | null;
                    } | null;
                } | null;
                /** @description MIME type of the data. */
                content_type?: string | null;
                /**
                 * @description Compression of the data: None or Gzip.
                 * @example None
                 * @example Gzip
                 */
                compression_type?: string | null;
                /**
                 * @description How records are wrapped: None or RecordIO.
                 * @example None
                 * @example RecordIO
                 */
                record_wrapper_type?: string | null;
                /**
                 * @description Input mode of this channel, where it differs from the job’s.
                 * @example Pipe
                 * @example File
                 * @example FastFile
                 */
                input_mode?: string | null;
                /** @description Shuffling of the channel’s data. */
                shuffle_config?: {
                    /**
                     * Format: int64
                     * @description Seed of the shuffle.
                     */
                    seed?: number | null;
                } | null;
            }[] | null;
            /** @description ARN of the labeling job that started this job. */
            labeling_job_arn?: string | null;
            /**
             * Format: date-time
             * @description When the job last changed, as SageMaker tells it.
             */
            last_modified_time?: string | null;
            /** @description The MLflow server and run that the job reports to. */
            mlflow_config?: {
                /** @description ARN of the MLflow server. */
                mlflow_resource_arn?: string | null;
                /** @description Name of the MLflow experiment. */
                mlflow_experiment_name?: string | null;
                /** @description Name of the MLflow run. */
                mlflow_run_name?: string | null;
            } | null;
            /** @description What MLflow made of the job. */
            mlflow_details?: {
                /** @description Identifier of the MLflow experiment. */
                mlflow_experiment_id?: string | null;
                /** @description Identifier of the MLflow run. */
                mlflow_run_id?: string | null;
            } | null;
            /** @description Where the trained model is. */
            model_artifacts?: {
                /** @description S3 path of the model archive. */
                s3_model_artifacts?: string | null;
            } | null;
            /** @description The model package that the job makes or starts from. */
            model_package_config?: {
                /** @description ARN of the group that receives the new package. */
                model_package_group_arn?: string | null;
                /** @description ARN of the package that training starts from. */
                source_model_package_arn?: string | null;
            } | null;
            /** @description Where the job’s output goes. */
            output_data_config?: {
                /** @description S3 location of the output. */
                s3_output_path?: string | null;
                /** @description KMS key that encrypts the output. */
                kms_key_id?: string | null;
                /**
                 * @description Compression of the output: GZIP or NONE.
                 * @example GZIP
                 * @example NONE
                 */
                compression_type?: string | null;
            } | null;
            /** @description ARN of the model package that the job made. */
            output_model_package_arn?: string | null;
            /** @description What the profiler collects. */
            profiler_config?: {
                /** @description S3 location of the profiler’s data. */
                s3_output_path?: string | null;
                /**
                 * Format: int64
                 * @description Milliseconds between two samples of system metrics.
                 */
                profiling_interval_in_milliseconds?: number | null;
                /** @description Parameters of framework profiling. */
                profiling_parameters?: {
                    [key: string]: string | null;
                } | null;
                /** @description Whether the profiler is off. */
                disable_profiler?: boolean | null;
            } | null;
            /** @description Profiler rules that watch the job. */
            profiler_rule_configurations?: {
                /** @description Name of the rule, unique within the job. */
                rule_configuration_name?: string | null;
                /** @description Container image that evaluates the rule. */
                rule_evaluator_image?: string | null;
                /** @description Directory in the rule container that receives its output. */
                local_path?: string | null;
                /** @description S3 location that receives the output of the rule. */
                s3_output_path?: string | null;
                /** @description Instance type on which a custom rule runs. */
                instance_type?: string | null;
                /**
                 * Format: int32
                 * @description Size in GB of the volume attached to the rule’s instance.
                 */
                volume_size_in_gb?: number | null;
                /** @description Parameters handed to the rule. */
                rule_parameters?: {
                    [key: string]: string | null;
                } | null;
            }[] | null;
            /** @description Where the evaluation of each profiler rule stands; may change after the job has ended. */
            profiler_rule_evaluation_statuses?: {
                /** @description Name of the rule that was evaluated. */
                rule_configuration_name?: string | null;
                /** @description ARN of the processing job that evaluates the rule. */
                rule_evaluation_job_arn?: string | null;
                /**
                 * @description Where the evaluation stands: InProgress, NoIssuesFound, IssuesFound, Error, Stopping or Stopped.
                 * @example InProgress
                 * @example NoIssuesFound
                 * @example IssuesFound
                 * @example Error
                 * @example Stopping
                 * @example Stopped
                 */
                rule_evaluation_status?: string | null;
                /** @description Details of the evaluation, such as what was found. */
                status_details?: string | null;
                /**
                 * Format: date-time
                 * @description When the status of the evaluation last changed.
                 */
                last_modified_time?: string | null;
            }[] | null;
            /**
             * @description Whether profiling is Enabled or Disabled.
             * @example Enabled
             * @example Disabled
             */
            profiling_status?: string | null;
            /** @description How far a running serverless job has come. */
            progress_info?: {
                /**
                 * Format: int64
                 * @description Steps in one epoch.
                 */
                total_step_count_per_epoch?: number | null;
                /**
                 * Format: int64
                 * @description Step under way.
                 */
                current_step?: number | null;
                /**
                 * Format: int64
                 * @description Epoch under way.
                 */
                current_epoch?: number | null;
                /**
                 * Format: int64
                 * @description Epochs in all.
                 */
                max_epoch?: number | null;
            } | null;
            /** @description Remote access to the running container. */
            remote_debug_config?: {
                /** @description Whether remote debugging is on. */
                enable_remote_debug?: boolean | null;
            } | null;
            /** @description The instances and volumes that the job runs on. */
            resource_config?: {
                /** @description Instance type; absent where instance groups or preferences name it. */
                instance_type?: string | null;
                /**
                 * Format: int32
                 * @description Number of instances; absent where instance groups or preferences name it.
                 */
                instance_count?: number | null;
                /**
                 * Format: int32
                 * @description Size in GB of the volume on each instance.
                 */
                volume_size_in_gb?: number | null;
                /** @description KMS key that encrypts the volumes. */
                volume_kms_key_id?: string | null;
                /**
                 * Format: int32
                 * @description Seconds for which the instances are kept warm after the job.
                 */
                keep_alive_period_in_seconds?: number | null;
                /** @description The groups of a heterogeneous cluster. */
                instance_groups?: {
                    /** @description Instance type of the group. */
                    instance_type?: string | null;
                    /**
                     * Format: int32
                     * @description Number of instances in the group.
                     */
                    instance_count?: number | null;
                    /** @description Name of the group. */
                    instance_group_name?: string | null;
                }[] | null;
                /** @description ARN of the training plan whose prepaid capacity the job uses. */
                training_plan_arn?: string | null;
                /** @description Where the instances are placed. */
                instance_placement_config?: {
                    /** @description Whether several jobs may share an UltraServer. */
                    enable_multiple_jobs?: boolean | null;
                    /** @description Placement by UltraServer. */
                    placement_specifications?: {
                        /**
                         * Format: int32
                         * @description Instances placed there.
                         */
                        instance_count?: number | null;
                        /** @description Identifier of the UltraServer. */
                        ultra_server_id?: string | null;
                    }[] | null;
                } | null;
                /** @description Instance choices in order of preference. */
                instance_preferences?: {
                    /** @description Instance type of the choice. */
                    instance_type?: string | null;
                    /**
                     * Format: int32
                     * @description Number of instances of the choice.
                     */
                    instance_count?: number | null;
                    /** @description ARNs of the training plans whose capacity the choice may use. */
                    training_plan_arns?: string[] | null;
                }[] | null;
                /** @description Instance type that was chosen from the preferences. */
                selected_instance_type?: string | null;
                /**
                 * Format: int32
                 * @description Number of instances that was chosen from the preferences.
                 */
                selected_instance_count?: number | null;
            } | null;
            /** @description What happens after an internal error. */
            retry_strategy?: {
                /**
                 * Format: int32
                 * @description How often the job is tried again.
                 */
                maximum_retry_attempts?: number | null;
            } | null;
            /** @description ARN of the IAM role that the job runs as. */
            role_arn?: string | null;
            /**
             * @description Fine-grained status, e.g. Starting, Downloading, Training, Uploading, MaxRuntimeExceeded.
             * @example Starting
             * @example Pending
             * @example LaunchingMLInstances
             * @example PreparingTrainingStack
             * @example Downloading
             * @example DownloadingTrainingImage
             * @example Training
             * @example Uploading
             * @example Stopping
             * @example Stopped
             * @example MaxRuntimeExceeded
             * @example MaxWaitTimeExceeded
             * @example Interrupted
             * @example Restarting
             * @example Updating
             * @example Completed
             * @example Failed
             */
            secondary_status?: string | null;
            /** @description The history of the secondary status. */
            secondary_status_transitions?: {
                /**
                 * @description Secondary status.
                 * @example Starting
                 * @example Pending
                 * @example LaunchingMLInstances
                 * @example PreparingTrainingStack
                 * @example Downloading
                 * @example DownloadingTrainingImage
                 * @example Training
                 * @example Uploading
                 * @example Stopping
                 * @example Stopped
                 * @example MaxRuntimeExceeded
                 * @example MaxWaitTimeExceeded
                 * @example Interrupted
                 * @example Restarting
                 * @example Updating
                 * @example Completed
                 * @example Failed
                 */
                status?: string | null;
                /**
                 * Format: date-time
                 * @description When it began.
                 */
                start_time?: string | null;
                /**
                 * Format: date-time
                 * @description When it ended; absent for the current one.
                 */
                end_time?: string | null;
                /** @description What SageMaker said about it. */
                status_message?: string | null;
            }[] | null;
            /** @description How a serverless customisation or evaluation job was asked for. */
            serverless_job_config?: {
                /** @description ARN of the base model. */
                base_model_arn?: string | null;
                /**
                 * @description Kind of serverless job, e.g. FineTuning or Evaluation.
                 * @example FineTuning
                 * @example Evaluation
                 */
                job_type?: string | null;
                /** @description Whether the base model’s licence was accepted. */
                accept_eula?: boolean | null;
                /**
                 * @description Customisation technique, e.g. SFT, DPO, RLVR or RLAIF.
                 * @example SFT
                 * @example DPO
                 * @example RLVR
                 * @example RLAIF
                 */
                customization_technique?: string | null;
                /**
                 * @description Parameter-efficient method, e.g. LORA.
                 * @example LORA
                 */
                peft?: string | null;
                /**
                 * @description Kind of evaluation.
                 * @example LLMAJEvaluation
                 * @example CustomScorerEvaluation
                 * @example BenchmarkEvaluation
                 */
                evaluation_type?: string | null;
                /** @description ARN of the evaluator. */
                evaluator_arn?: string | null;
                /** @description Longest sequence that the job trains on. */
                sequence_length?: string | null;
            } | null;
            /** @description Limits after which the job is stopped. */
            stopping_condition?: {
                /**
                 * Format: int32
                 * @description Longest training time in seconds.
                 */
                max_runtime_in_seconds?: number | null;
                /**
                 * Format: int32
                 * @description Longest time in seconds of waiting for spot capacity and training together.
                 */
                max_wait_time_in_seconds?: number | null;
                /**
                 * Format: int32
                 * @description Longest time in seconds of waiting for capacity.
                 */
                max_pending_time_in_seconds?: number | null;
            } | null;
            /** @description The same tags as an object: values by key. Of several tags of one key the last of the list counts. */
            tag_map?: {
                [key: string]: string | null;
            } | null;
            /** @description Tags, each as key:value. */
            tags?: string[] | null;
            /** @description Where TensorBoard’s data goes. */
            tensor_board_output_config?: {
                /** @description S3 location of TensorBoard’s data. */
                s3_output_path?: string | null;
                /** @description Directory in the container for TensorBoard’s data. */
                local_path?: string | null;
            } | null;
            /**
             * Format: date-time
             * @description When training ended on the instances.
             */
            training_end_time?: string | null;
            /** @description ARN of the job; holds its name in lower case. */
            training_job_arn?: string | null;
            /** @description Name of the job, in its own spelling. */
            training_job_name?: string | null;
            /**
             * @description InProgress, Completed, Failed, Stopping, Stopped or Deleting.
             * @example InProgress
             * @example Completed
             * @example Failed
             * @example Stopping
             * @example Stopped
             * @example Deleting
             */
            training_job_status?: string | null;
            /**
             * Format: date-time
             * @description When training began on the instances.
             */
            training_start_time?: string | null;
            /**
             * Format: int32
             * @description Seconds from the start of training to its end.
             */
            training_time_in_seconds?: number | null;
            /** @description ARN of the hyperparameter tuning job that started this job. */
            tuning_job_arn?: string | null;
            /** @description The VPC that the containers are attached to. */
            vpc_config?: {
                /** @description Identifiers of the security groups. */
                security_group_ids?: string[] | null;
                /** @description Identifiers of the subnets. */
                subnets?: string[] | null;
            } | null;
            /** @description The instances kept warm after the job; changes after the job has ended. */
            warm_pool_status?: {
                /**
                 * @description Available, InUse, Reused or Terminated.
                 * @example Available
                 * @example InUse
                 * @example Reused
                 * @example Terminated
                 */
                status?: string | null;
                /**
                 * Format: int32
                 * @description Seconds billed per instance for keeping the pool.
                 */
                resource_retained_billable_time_in_seconds?: number | null;
                /** @description Name of the job that took the pool over. */
                reused_by_job?: string | null;
            } | null;
            /** @description Name of the AWS account; null where it is not known. */
            account_name?: string | null;
            /** @description The team that the resource belongs to, by the rules of ownership; null where none applies. */
            owner?: string | null;
            /** @description Name of the rule that decided the owner. */
            owner_rule?: string | null;
            /** @description AWS region, from the ARN. */
            region?: string;
            /**
             * @description described: every column is read; searched: the columns that Search lacks are not read yet.
             * @example described
             * @example searched
             */
            completeness?: string;
            /**
             * Format: date-time
             * @description When sagecat first saw the resource.
             */
            first_seen_at?: string;
            /**
             * Format: date-time
             * @description When sagecat first saw the present content.
             */
            changed_at?: string;
            /**
             * Format: date-time
             * @description When a describe last gave the row new content.
             */
            described_at?: string | null;
            /**
             * Format: date-time
             * @description When sagecat found that the resource is gone; null while it exists.
             */
            deleted_at?: string | null;
            /** @description Paths of the fields in which secrets were masked. */
            masked_fields?: string[] | null;
        };
        /**
         * SageMaker processing job
         * @description Processing jobs of Amazon SageMaker: what prepared, evaluated or monitored data, on what, and how it ended.
         */
        aws_sagemaker_processingjob: {
            /** @description Identifier of the AWS account, from the ARN. */
            account_id: string | null;
            /** @description The container that processes the data. */
            app_specification: {
                /** @description Registry path of the image. */
                image_uri?: string | null;
                /** @description Entrypoint that replaces the image’s own. */
                container_entrypoint?: string[] | null;
                /** @description Arguments for the container’s entrypoint. */
                container_arguments?: string[] | null;
            } | null;
            /** @description ARN of the AutoML job that started this job. */
            auto_ml_job_arn: string | null;
            /**
             * Format: date-time
             * @description When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.
             */
            creation_time: string | null;
            /** @description Environment variables of the container. */
            environment: {
                [key: string]: string;
            } | null;
            /** @description What the container wrote when it ended, where it wrote anything. */
            exit_message: string | null;
            /** @description The experiment that the job belongs to. */
            experiment_config: {
                /** @description Name of the experiment. */
                experiment_name?: string | null;
                /** @description Name of the trial within the experiment. */
                trial_name?: string | null;
                /** @description Name shown for the job’s trial component. */
                trial_component_display_name?: string | null;
                /** @description Name of the experiment’s run. */
                run_name?: string | null;
            } | null;
            /** @description Why the job failed, where it did. */
            failure_reason: string | null;
            /**
             * Format: date-time
             * @description When the job last changed, as SageMaker tells it.
             */
            last_modified_time: string | null;
            /** @description ARN of the monitoring schedule that started this job. */
            monitoring_schedule_arn: string | null;
            /** @description How the containers reach the network and one another. */
            network_config: {
                /** @description Whether traffic between the containers is encrypted. */
                enable_inter_container_traffic_encryption?: boolean | null;
                /** @description Whether the containers are cut off from the network. */
                enable_network_isolation?: boolean | null;
                /** @description The VPC that the containers are attached to. */
                vpc_config?: {
                    /** @description Identifiers of the security groups. */
                    security_group_ids?: string[] | null;
                    /** @description Identifiers of the subnets. */
                    subnets?: string[] | null;
                } | null;
            } | null;
            /**
             * Format: date-time
             * @description When processing ended on the instances.
             */
            processing_end_time: string | null;
            /** @description What enters the container. */
            processing_inputs: {
                /** @description Name of the input. */
                input_name?: string | null;
                /** @description Whether the container fetches the input itself. */
                app_managed?: boolean | null;
                /** @description Data in S3. */
                s3_input?: {
                    /** @description Prefix or manifest in S3. */
                    s3_uri?: string | null;
                    /** @description Directory in the container that receives the data. */
                    local_path?: string | null;
                    /**
                     * @description What the URI names: ManifestFile or S3Prefix.
                     * @example ManifestFile
                     * @example S3Prefix
                     */
                    s3_data_type?: string | null;
                    /**
                     * @description How data reaches the container: File or Pipe.
                     * @example File
                     * @example Pipe
                     */
                    s3_input_mode?: string | null;
                    /**
                     * @description Whether every instance gets all data or a share: FullyReplicated or ShardedByS3Key.
                     * @example FullyReplicated
                     * @example ShardedByS3Key
                     */
                    s3_data_distribution_type?: string | null;
                    /**
                     * @description Whether the data is unpacked on its way: None or Gzip.
                     * @example None
                     * @example Gzip
                     */
                    s3_compression_type?: string | null;
                } | null;
                /** @description The result of a query. */
                dataset_definition?: {
                    /** @description A query of Athena. */
                    athena_dataset_definition?: {
                        /** @description Data catalog that is queried. */
                        catalog?: string | null;
                        /** @description Database that is queried. */
                        database?: string | null;
                        /** @description The query. */
                        query_string?: string | null;
                        /** @description Workgroup that it runs in. */
                        work_group?: string | null;
                        /** @description S3 location of the result. */
                        output_s3_uri?: string | null;
                        /** @description KMS key that encrypts the result. */
                        kms_key_id?: string | null;
                        /**
                         * @description Format of the result.
                         * @example AVRO
                         * @example JSON
                         * @example ORC
                         * @example PARQUET
                         * @example TEXTFILE
                         */
                        output_format?: string | null;
                        /**
                         * @description Compression of the result.
                         * @example GZIP
                         * @example SNAPPY
                         * @example ZLIB
                         */
                        output_compression?: string | null;
                    } | null;
                    /** @description A query of Redshift. */
                    redshift_dataset_definition?: {
                        /** @description Identifier of the cluster. */
                        cluster_id?: string | null;
                        /** @description Database that is queried. */
                        database?: string | null;
                        /** @description User of the database. */
                        db_user?: string | null;
                        /** @description The query. */
                        query_string?: string | null;
                        /** @description ARN of the role by which the cluster writes the result. */
                        cluster_role_arn?: string | null;
                        /** @description S3 location of the result. */
                        output_s3_uri?: string | null;
                        /** @description KMS key that encrypts the result. */
                        kms_key_id?: string | null;
                        /**
                         * @description Format of the result.
                         * @example CSV
                         * @example PARQUET
                         */
                        output_format?: string | null;
                        /**
                         * @description Compression of the result.
                         * @example BZIP2
                         * @example GZIP
                         * @example None
                         * @example SNAPPY
                         * @example ZSTD
                         */
                        output_compression?: string | null;
                    } | null;
                    /** @description Directory in the container that receives the result. */
                    local_path?: string | null;
                    /**
                     * @description Whether every instance gets all of the result or a share: FullyReplicated or ShardedByS3Key.
                     * @example FullyReplicated
                     * @example ShardedByS3Key
                     */
                    data_distribution_type?: string | null;
                    /**
                     * @description How the result reaches the container: File or Pipe.
                     * @example File
                     * @example Pipe
                     */
                    input_mode?: string | null;
                } | null;
            }[] | null;
            /** @description ARN of the job; holds its name in lower case. */
            processing_job_arn: string | null;
            /** @description Name of the job, in its own spelling. */
            processing_job_name: string | null;
            /**
             * @description InProgress, Completed, Failed, Stopping or Stopped.
             * @example InProgress
             * @example Completed
             * @example Failed
             * @example Stopping
             * @example Stopped
             */
            processing_job_status: string | null;
            /** @description What leaves the container. */
            processing_output_config: {
                /** @description The outputs. */
                outputs?: {
                    /** @description Name of the output. */
                    output_name?: string | null;
                    /** @description Data that goes to S3. */
                    s3_output?: {
                        /** @description Prefix in S3 that receives the data. */
                        s3_uri?: string | null;
                        /** @description Directory in the container that the data is taken from. */
                        local_path?: string | null;
                        /**
                         * @description When it is uploaded: Continuous or EndOfJob.
                         * @example Continuous
                         * @example EndOfJob
                         */
                        s3_upload_mode?: string | null;
                    } | null;
                    /** @description Records that go to a feature store. */
                    feature_store_output?: {
                        /** @description Feature group that receives the records. */
                        feature_group_name?: string | null;
                    } | null;
                    /** @description Whether the container uploads the output itself. */
                    app_managed?: boolean | null;
                }[] | null;
                /** @description KMS key that encrypts the outputs. */
                kms_key_id?: string | null;
            } | null;
            /** @description What the job runs on. */
            processing_resources: {
                /** @description The instances and volumes that the job runs on. */
                cluster_config?: {
                    /**
                     * Format: int32
                     * @description Number of instances; absent where preferences name it.
                     */
                    instance_count?: number | null;
                    /** @description Instance type; absent where preferences name it. */
                    instance_type?: string | null;
                    /**
                     * Format: int32
                     * @description Size in GB of the volume on each instance.
                     */
                    volume_size_in_gb?: number | null;
                    /** @description KMS key that encrypts the volumes. */
                    volume_kms_key_id?: string | null;
                    /** @description Instance choices in order of preference. */
                    instance_preferences?: {
                        /** @description Instance type of the choice. */
                        instance_type?: string | null;
                        /**
                         * Format: int32
                         * @description Number of instances of the choice.
                         */
                        instance_count?: number | null;
                    }[] | null;
                    /** @description Instance type that was chosen from the preferences. */
                    selected_instance_type?: string | null;
                    /**
                     * Format: int32
                     * @description Number of instances that was chosen from the preferences.
                     */
                    selected_instance_count?: number | null;
                } | null;
            } | null;
            /**
             * Format: date-time
             * @description When processing began on the instances.
             */
            processing_start_time: string | null;
            /** @description ARN of the IAM role that the job runs as. */
            role_arn: string | null;
            /** @description Limits after which the job is stopped. */
            stopping_condition: {
                /**
                 * Format: int32
                 * @description Longest processing time in seconds.
                 */
                max_runtime_in_seconds?: number | null;
            } | null;
            /** @description The same tags as an object: values by key. Of several tags of one key the last of the list counts. */
            tag_map: {
                [key: string]: string;
            } | null;
            /** @description Tags, each as key:value. */
            tags: string[] | null;
            /** @description ARN of the training job that this job belongs to, as the evaluation of a rule does. */
            training_job_arn: string | null;
            /** @description Name of the AWS account; null where it is not known. */
            account_name: string | null;
            /** @description The team that the resource belongs to, by the rules of ownership; null where none applies. */
            owner: string | null;
            /** @description Name of the rule that decided the owner. */
            owner_rule: string | null;
            /** @description AWS region, from the ARN. */
            region: string;
            /**
             * @description described: every column is read; searched: the columns that Search lacks are not read yet.
             * @example described
             * @example searched
             */
            completeness: string;
            /**
             * Format: date-time
             * @description When sagecat first saw the resource.
             */
            first_seen_at: string;
            /**
             * Format: date-time
             * @description When sagecat first saw the present content.
             */
            changed_at: string;
            /**
             * Format: date-time
             * @description When a describe last gave the row new content.
             */
            described_at: string | null;
            /**
             * Format: date-time
             * @description When sagecat found that the resource is gone; null while it exists.
             */
            deleted_at: string | null;
            /** @description Paths of the fields in which secrets were masked. */
            masked_fields: string[] | null;
        };
        /**
         * SageMaker processing job
         * @description The fields that were asked for.
         */
        aws_sagemaker_processingjob_fields: {
            /** @description Identifier of the AWS account, from the ARN. */
            account_id?: string | null;
            /** @description The container that processes the data. */
            app_specification?: {
                /** @description Registry path of the image. */
                image_uri?: string | null;
                /** @description Entrypoint that replaces the image’s own. */
                container_entrypoint?: string[] | null;
                /** @description Arguments for the container’s entrypoint. */
                container_arguments?: string[] | null;
            } | null;
            /** @description ARN of the AutoML job that started this job. */
            auto_ml_job_arn?: string | null;
            /**
             * Format: date-time
             * @description When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.
             */
            creation_time?: string | null;
            /** @description Environment variables of the container. */
            environment?: {
                [key: string]: string | null;
            } | null;
            /** @description What the container wrote when it ended, where it wrote anything. */
            exit_message?: string | null;
            /** @description The experiment that the job belongs to. */
            experiment_config?: {
                /** @description Name of the experiment. */
                experiment_name?: string | null;
                /** @description Name of the trial within the experiment. */
                trial_name?: string | null;
                /** @description Name shown for the job’s trial component. */
                trial_component_display_name?: string | null;
                /** @description Name of the experiment’s run. */
                run_name?: string | null;
            } | null;
            /** @description Why the job failed, where it did. */
            failure_reason?: string | null;
            /**
             * Format: date-time
             * @description When the job last changed, as SageMaker tells it.
             */
            last_modified_time?: string | null;
            /** @description ARN of the monitoring schedule that started this job. */
            monitoring_schedule_arn?: string | null;
            /** @description How the containers reach the network and one another. */
            network_config?: {
                /** @description Whether traffic between the containers is encrypted. */
                enable_inter_container_traffic_encryption?: boolean | null;
                /** @description Whether the containers are cut off from the network. */
                enable_network_isolation?: boolean | null;
                /** @description The VPC that the containers are attached to. */
                vpc_config?: {
                    /** @description Identifiers of the security groups. */
                    security_group_ids?: string[] | null;
                    /** @description Identifiers of the subnets. */
                    subnets?: string[] | null;
                } | null;
            } | null;
            /**
             * Format: date-time
             * @description When processing ended on the instances.
             */
            processing_end_time?: string | null;
            /** @description What enters the container. */
            processing_inputs?: {
                /** @description Name of the input. */
                input_name?: string | null;
                /** @description Whether the container fetches the input itself. */
                app_managed?: boolean | null;
                /** @description Data in S3. */
                s3_input?: {
                    /** @description Prefix or manifest in S3. */
                    s3_uri?: string | null;
                    /** @description Directory in the container that receives the data. */
                    local_path?: string | null;
                    /**
                     * @description What the URI names: ManifestFile or S3Prefix.
                     * @example ManifestFile
                     * @example S3Prefix
                     */
                    s3_data_type?: string | null;
                    /**
                     * @description How data reaches the container: File or Pipe.
                     * @example File
                     * @example Pipe
                     */
                    s3_input_mode?: string | null;
                    /**
                     * @description Whether every instance gets all data or a share: FullyReplicated or ShardedByS3Key.
                     * @example FullyReplicated
                     * @example ShardedByS3Key
                     */
                    s3_data_distribution_type?: string | null;
                    /**
                     * @description Whether the data is unpacked on its way: None or Gzip.
                     * @example None
                     * @example Gzip
                     */
                    s3_compression_type?: string | null;
                } | null;
                /** @description The result of a query. */
                dataset_definition?: {
                    /** @description A query of Athena. */
                    athena_dataset_definition?: {
                        /** @description Data catalog that is queried. */
                        catalog?: string | null;
                        /** @description Database that is queried. */
                        database?: string | null;
                        /** @description The query. */
                        query_string?: string | null;
                        /** @description Workgroup that it runs in. */
                        work_group?: string | null;
                        /** @description S3 location of the result. */
                        output_s3_uri?: string | null;
                        /** @description KMS key that encrypts the result. */
                        kms_key_id?: string | null;
                        /**
                         * @description Format of the result.
                         * @example AVRO
                         * @example JSON
                         * @example ORC
                         * @example PARQUET
                         * @example TEXTFILE
                         */
                        output_format?: string | null;
                        /**
                         * @description Compression of the result.
                         * @example GZIP
                         * @example SNAPPY
                         * @example ZLIB
                         */
                        output_compression?: string | null;
                    } | null;
                    /** @description A query of Redshift. */
                    redshift_dataset_definition?: {
                        /** @description Identifier of the cluster. */
                        cluster_id?: string | null;
                        /** @description Database that is queried. */
                        database?: string | null;
                        /** @description User of the database. */
                        db_user?: string | null;
                        /** @description The query. */
                        query_string?: string | null;
                        /** @description ARN of the role by which the cluster writes the result. */
                        cluster_role_arn?: string | null;
                        /** @description S3 location of the result. */
                        output_s3_uri?: string | null;
                        /** @description KMS key that encrypts the result. */
                        kms_key_id?: string | null;
                        /**
                         * @description Format of the result.
                         * @example CSV
                         * @example PARQUET
                         */
                        output_format?: string | null;
                        /**
                         * @description Compression of the result.
                         * @example BZIP2
                         * @example GZIP
                         * @example None
                         * @example SNAPPY
                         * @example ZSTD
                         */
                        output_compression?: string | null;
                    } | null;
                    /** @description Directory in the container that receives the result. */
                    local_path?: string | null;
                    /**
                     * @description Whether every instance gets all of the result or a share: FullyReplicated or ShardedByS3Key.
                     * @example FullyReplicated
                     * @example ShardedByS3Key
                     */
                    data_distribution_type?: string | null;
                    /**
                     * @description How the result reaches the container: File or Pipe.
                     * @example File
                     * @example Pipe
                     */
                    input_mode?: string | null;
                } | null;
            }[] | null;
            /** @description ARN of the job; holds its name in lower case. */
            processing_job_arn?: string | null;
            /** @description Name of the job, in its own spelling. */
            processing_job_name?: string | null;
            /**
             * @description InProgress, Completed, Failed, Stopping or Stopped.
             * @example InProgress
             * @example Completed
             * @example Failed
             * @example Stopping
             * @example Stopped
             */
            processing_job_status?: string | null;
            /** @description What leaves the container. */
            processing_output_config?: {
                /** @description The outputs. */
                outputs?: {
                    /** @description Name of the output. */
                    output_name?: string | null;
                    /** @description Data that goes to S3. */
                    s3_output?: {
                        /** @description Prefix in S3 that receives the data. */
                        s3_uri?: string | null;
                        /** @description Directory in the container that the data is taken from. */
                        local_path?: string | null;
                        /**
                         * @description When it is uploaded: Continuous or EndOfJob.
                         * @example Continuous
                         * @example EndOfJob
                         */
                        s3_upload_mode?: string | null;
                    } | null;
                    /** @description Records that go to a feature store. */
                    feature_store_output?: {
                        /** @description Feature group that receives the records. */
                        feature_group_name?: string | null;
                    } | null;
                    /** @description Whether the container uploads the output itself. */
                    app_managed?: boolean | null;
                }[] | null;
                /** @description KMS key that encrypts the outputs. */
                kms_key_id?: string | null;
            } | null;
            /** @description What the job runs on. */
            processing_resources?: {
                /** @description The instances and volumes that the job runs on. */
                cluster_config?: {
                    /**
                     * Format: int32
                     * @description Number of instances; absent where preferences name it.
                     */
                    instance_count?: number | null;
                    /** @description Instance type; absent where preferences name it. */
                    instance_type?: string | null;
                    /**
                     * Format: int32
                     * @description Size in GB of the volume on each instance.
                     */
                    volume_size_in_gb?: number | null;
                    /** @description KMS key that encrypts the volumes. */
                    volume_kms_key_id?: string | null;
                    /** @description Instance choices in order of preference. */
                    instance_preferences?: {
                        /** @description Instance type of the choice. */
                        instance_type?: string | null;
                        /**
                         * Format: int32
                         * @description Number of instances of the choice.
                         */
                        instance_count?: number | null;
                    }[] | null;
                    /** @description Instance type that was chosen from the preferences. */
                    selected_instance_type?: string | null;
                    /**
                     * Format: int32
                     * @description Number of instances that was chosen from the preferences.
                     */
                    selected_instance_count?: number | null;
                } | null;
            } | null;
            /**
             * Format: date-time
             * @description When processing began on the instances.
             */
            processing_start_time?: string | null;
            /** @description ARN of the IAM role that the job runs as. */
            role_arn?: string | null;
            /** @description Limits after which the job is stopped. */
            stopping_condition?: {
                /**
                 * Format: int32
                 * @description Longest processing time in seconds.
                 */
                max_runtime_in_seconds?: number | null;
            } | null;
            /** @description The same tags as an object: values by key. Of several tags of one key the last of the list counts. */
            tag_map?: {
                [key: string]: string | null;
            } | null;
            /** @description Tags, each as key:value. */
            tags?: string[] | null;
            /** @description ARN of the training job that this job belongs to, as the evaluation of a rule does. */
            training_job_arn?: string | null;
            /** @description Name of the AWS account; null where it is not known. */
            account_name?: string | null;
            /** @description The team that the resource belongs to, by the rules of ownership; null where none applies. */
            owner?: string | null;
            /** @description Name of the rule that decided the owner. */
            owner_rule?: string | null;
            /** @description AWS region, from the ARN. */
            region?: string;
            /**
             * @description described: every column is read; searched: the columns that Search lacks are not read yet.
             * @example described
             * @example searched
             */
            completeness?: string;
            /**
             * Format: date-time
             * @description When sagecat first saw the resource.
             */
            first_seen_at?: string;
            /**
             * Format: date-time
             * @description When sagecat first saw the present content.
             */
            changed_at?: string;
            /**
             * Format: date-time
             * @description When a describe last gave the row new content.
             */
            described_at?: string | null;
            /**
             * Format: date-time
             * @description When sagecat found that the resource is gone; null while it exists.
             */
            deleted_at?: string | null;
            /** @description Paths of the fields in which secrets were masked. */
            masked_fields?: string[] | null;
        };
        /**
         * SageMaker endpoint
         * @description Endpoints of Amazon SageMaker: which models answer requests, on what, and how that scales.
         */
        aws_sagemaker_endpoint: {
            /** @description Identifier of the AWS account, from the ARN. */
            account_id: string | null;
            /** @description How requests are queued, where the endpoint answers later, in S3. */
            async_inference_config: {
                /** @description How the endpoint calls the container. */
                client_config?: {
                    /**
                     * Format: int32
                     * @description Most requests at a time for each instance.
                     */
                    max_concurrent_invocations_per_instance?: number | null;
                } | null;
                /** @description Where answers go. */
                output_config?: {
                    /** @description KMS key that encrypts the answers. */
                    kms_key_id?: string | null;
                    /** @description S3 location of the answers. */
                    s3_output_path?: string | null;
                    /** @description Who is told of an answer. */
                    notification_config?: {
                        /** @description SNS topic that is told of answers. */
                        success_topic?: string | null;
                        /** @description SNS topic that is told of failures. */
                        error_topic?: string | null;
                        /** @description The topics whose messages hold the answer itself. */
                        include_inference_response_in?: string[] | null;
                    } | null;
                    /** @description S3 location of failures. */
                    s3_failure_path?: string | null;
                } | null;
            } | null;
            /**
             * Format: date-time
             * @description When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.
             */
            creation_time: string | null;
            /** @description What of requests and responses is captured at present. */
            data_capture_config: {
                /** @description Whether data is captured. */
                enable_capture?: boolean | null;
                /**
                 * @description Whether capture runs: Started or Stopped.
                 * @example Started
                 * @example Stopped
                 */
                capture_status?: string | null;
                /**
                 * Format: int32
                 * @description Percentage of requests that is captured.
                 */
                current_sampling_percentage?: number | null;
                /** @description S3 location of what is captured. */
                destination_s3_uri?: string | null;
                /** @description KMS key that encrypts what is captured. */
                kms_key_id?: string | null;
            } | null;
            /** @description ARN of the endpoint; holds its name in lower case. */
            endpoint_arn: string | null;
            /** @description The endpoint configuration that is deployed, as DescribeEndpointConfig answers it. */
            endpoint_config: {
                /** @description Name of the configuration. */
                endpoint_config_name?: string | null;
                /** @description ARN of the configuration. */
                endpoint_config_arn?: string | null;
                /** @description The variants as they were asked for. */
                production_variants?: {
                    /** @description Name of the variant. */
                    variant_name?: string | null;
                    /** @description Model that answers. */
                    model_name?: string | null;
                    /**
                     * Format: int32
                     * @description Number of instances at the beginning.
                     */
                    initial_instance_count?: number | null;
                    /** @description Instance type; absent where pools name it, or it is serverless. */
                    instance_type?: string | null;
                    /** @description Instance types in order of preference. */
                    instance_pools?: {
                        /** @description Instance type. */
                        instance_type?: string | null;
                        /** @description Model that answers on instances of this type. */
                        model_name_override?: string | null;
                        /**
                         * Format: int32
                         * @description Place in the order.
                         */
                        priority?: number | null;
                    }[] | null;
                    /**
                     * Format: int32
                     * @description Longest wait for instances in seconds.
                     */
                    variant_instance_provision_timeout_in_seconds?: number | null;
                    /** @description Weight by which it gets requests at the beginning. */
                    initial_variant_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                    /** @description Elastic Inference accelerator on each instance. */
                    accelerator_type?: string | null;
                    /** @description Where core dumps go. */
                    core_dump_config?: {
                        /** @description S3 location of the core dumps. */
                        destination_s3_uri?: string | null;
                        /** @description KMS key that encrypts them. */
                        kms_key_id?: string | null;
                    } | null;
                    /** @description Serverless capacity, where there are no instances. */
                    serverless_config?: {
                        /**
                         * Format: int32
                         * @description Memory in MB.
                         */
                        memory_size_in_mb?: number | null;
                        /**
                         * Format: int32
                         * @description Most requests at a time.
                         */
                        max_concurrency?: number | null;
                        /**
                         * Format: int32
                         * @description Requests at a time for which capacity is kept ready.
                         */
                        provisioned_concurrency?: number | null;
                    } | null;
                    /**
                     * Format: int32
                     * @description Size in GB of the volume on each instance, where it was asked for.
                     */
                    volume_size_in_gb?: number | null;
                    /**
                     * Format: int32
                     * @description Longest download of the model in seconds.
                     */
                    model_data_download_timeout_in_seconds?: number | null;
                    /**
                     * Format: int32
                     * @description Longest start of the container in seconds.
                     */
                    container_startup_health_check_timeout_in_seconds?: number | null;
                    /** @description Whether the containers can be entered through Systems Manager. */
                    enable_ssm_access?: boolean | null;
                    /** @description How SageMaker scales the instances by itself. */
                    managed_instance_scaling?: {
                        /**
                         * @description Whether it does: ENABLED or DISABLED.
                         * @example DISABLED
                         * @example ENABLED
                         */
                        status?: string | null;
                        /**
                         * Format: int32
                         * @description Fewest instances.
                         */
                        min_instance_count?: number | null;
                        /**
                         * Format: int32
                         * @description Most instances.
                         */
                        max_instance_count?: number | null;
                        /** @description How instances are removed. */
                        scale_in_policy?: {
                            /**
                             * @description Which ones: CONSOLIDATION or IDLE_RELEASE.
                             * @example CONSOLIDATION
                             * @example IDLE_RELEASE
                             */
                            strategy?: string | null;
                            /**
                             * Format: int32
                             * @description Most instances that are removed at a time.
                             */
                            maximum_step_size?: number | null;
                            /**
                             * Format: int32
                             * @description Minutes between two removals.
                             */
                            cooldown_in_minutes?: number | null;
                        } | null;
                    } | null;
                    /** @description How requests are shared among the instances. */
                    routing_config?: {
                        /**
                         * @description At random, to the least busy, or by the beginning of the prompt.
                         * @example LEAST_OUTSTANDING_REQUESTS
                         * @example PREFIX_AWARE
                         * @example RANDOM
                         */
                        routing_strategy?: string | null;
                        /** @description Sharing by the beginning of the prompt. */
                        prefix_aware_routing_config?: {
                            /**
                             * Format: int32
                             * @description Length of the beginning that counts.
                             */
                            prefix_length?: number | null;
                            /**
                             * Format: int32
                             * @description Requests at a time from which the least busy instance is taken.
                             */
                            concurrency_threshold?: number | null;
                        } | null;
                    } | null;
                    /**
                     * @description Version of the machine image of the instances.
                     * @example al2-ami-sagemaker-inference-gpu-2
                     * @example al2-ami-sagemaker-inference-gpu-2-1
                     * @example al2-ami-sagemaker-inference-gpu-3-1
                     * @example al2-ami-sagemaker-inference-neuron-2
                     * @example al2023-ami-sagemaker-inference-gpu-4-1
                     */
                    inference_ami_version?: string | null;
                    /** @description The reserved capacity that the instances use. */
                    capacity_reservation_config?: {
                        /**
                         * @description Whether other capacity is used too.
                         * @example capacity-reservations-only
                         */
                        capacity_reservation_preference?: string | null;
                        /** @description ARN of the reservation. */
                        ml_reservation_arn?: string | null;
                    } | null;
                }[] | null;
                /** @description What of requests and responses is captured, as it was asked for. */
                data_capture_config?: {
                    /** @description Whether data is captured. */
                    enable_capture?: boolean | null;
                    /**
                     * Format: int32
                     * @description Percentage of requests that is captured.
                     */
                    initial_sampling_percentage?: number | null;
                    /** @description S3 location of what is captured. */
                    destination_s3_uri?: string | null;
                    /** @description KMS key that encrypts what is captured. */
                    kms_key_id?: string | null;
                    /** @description What is captured. */
                    capture_options?: {
                        /**
                         * @description Requests, responses or both.
                         * @example Input
                         * @example InputAndOutput
                         * @example Output
                         */
                        capture_mode?: string | null;
                    }[] | null;
                    /** @description Content types that are captured as they are. */
                    capture_content_type_header?: {
                        /** @description Content types that are taken for CSV. */
                        csv_content_types?: string[] | null;
                        /** @description Content types that are taken for JSON. */
                        json_content_types?: string[] | null;
                    } | null;
                } | null;
                /** @description KMS key that encrypts the volumes of the instances. */
                kms_key_id?: string | null;
                /**
                 * Format: date-time
                 * @description When the configuration was created.
                 */
                creation_time?: string | null;
                /** @description How requests are queued, where the endpoint answers later, in S3. */
                async_inference_config?: {
                    /** @description How the endpoint calls the container. */
                    client_config?: {
                        /**
                         * Format: int32
                         * @description Most requests at a time for each instance.
                         */
                        max_concurrent_invocations_per_instance?: number | null;
                    } | null;
                    /** @description Where answers go. */
                    output_config?: {
                        /** @description KMS key that encrypts the answers. */
                        kms_key_id?: string | null;
                        /** @description S3 location of the answers. */
                        s3_output_path?: string | null;
                        /** @description Who is told of an answer. */
                        notification_config?: {
                            /** @description SNS topic that is told of answers. */
                            success_topic?: string | null;
                            /** @description SNS topic that is told of failures. */
                            error_topic?: string | null;
                            /** @description The topics whose messages hold the answer itself. */
                            include_inference_response_in?: string[] | null;
                        } | null;
                        /** @description S3 location of failures. */
                        s3_failure_path?: string | null;
                    } | null;
                } | null;
                /** @description How answers are explained. */
                explainer_config?: {
                    /** @description The explainer SageMaker Clarify. */
                    clarify_explainer_config?: {
                        /** @description JMESPath expression that says which requests are explained. */
                        enable_explanations?: string | null;
                        /** @description How the container is called for explanations. */
                        inference_config?: {
                            /** @description Place of the features in a JSON request. */
                            features_attribute?: string | null;
                            /** @description Template of a JSON request. */
                            content_template?: string | null;
                            /**
                             * Format: int32
                             * @description Most records in a request.
                             */
                            max_record_count?: number | null;
                            /**
                             * Format: int32
                             * @description Most megabytes in a request.
                             */
                            max_payload_in_mb?: number | null;
                            /**
                             * Format: int32
                             * @description Column of the probability in a CSV answer.
                             */
                            probability_index?: number | null;
                            /**
                             * Format: int32
                             * @description Column of the label in a CSV answer.
                             */
                            label_index?: number | null;
                            /** @description Place of the probability in a JSON answer. */
                            probability_attribute?: string | null;
                            /** @description Place of the label in a JSON answer. */
                            label_attribute?: string | null;
                            /** @description Names of the labels. */
                            label_headers?: string[] | null;
                            /** @description Names of the features. */
                            feature_headers?: string[] | null;
                            /** @description Types of the features. */
                            feature_types?: string[] | null;
                        } | null;
                        /** @description How SHAP values are calculated. */
                        shap_config?: {
                            /** @description The baseline. */
                            shap_baseline_config?: {
                                /** @description Content type of the baseline. */
                                mime_type?: string | null;
                                /** @description The baseline itself. */
                                shap_baseline?: string | null;
                                /** @description S3 location of the baseline. */
                                shap_baseline_uri?: string | null;
                            } | null;
                            /**
                             * Format: int32
                             * @description Number of samples.
                             */
                            number_of_samples?: number | null;
                            /** @description Whether values are in log-odds. */
                            use_logit?: boolean | null;
                            /**
                             * Format: int32
                             * @description Seed of the random numbers.
                             */
                            seed?: number | null;
                            /** @description How text is explained. */
                            text_config?: {
                                /**
                                 * @description Language of the text, as a code of two or three letters.
                                 * @example af
                                 * @example ar
                                 * @example bg
                                 * @example bn
                                 * @example ca
                                 * @example cs
                                 * @example da
                                 * @example de
                                 * @example el
                                 * @example en
                                 * @example es
                                 * @example et
                                 * @example eu
                                 * @example fa
                                 * @example fi
                                 * @example fr
                                 * @example ga
                                 * @example gu
                                 * @example he
                                 * @example hi
                                 * @example hr
                                 * @example hu
                                 * @example hy
                                 * @example id
                                 * @example is
                                 * @example it
                                 * @example kn
                                 * @example ky
                                 * @example lb
                                 * @example lij
                                 * @example lt
                                 * @example lv
                                 * @example mk
                                 * @example ml
                                 * @example mr
                                 * @example nb
                                 * @example ne
                                 * @example nl
                                 * @example pl
                                 * @example pt
                                 * @example ro
                                 * @example ru
                                 * @example sa
                                 * @example si
                                 * @example sk
                                 * @example sl
                                 * @example sq
                                 * @example sr
                                 * @example sv
                                 * @example ta
                                 * @example te
                                 * @example tl
                                 * @example tn
                                 * @example tr
                                 * @example tt
                                 * @example uk
                                 * @example ur
                                 * @example xx
                                 * @example yo
                                 * @example zh
                                 */
                                language?: string | null;
                                /**
                                 * @description Unit of text that a value is for.
                                 * @example paragraph
                                 * @example sentence
                                 * @example token
                                 */
                                granularity?: string | null;
                            } | null;
                        } | null;
                    } | null;
                } | null;
                /** @description The shadow variants as they were asked for. */
                shadow_production_variants?: {
                    /** @description Name of the variant. */
                    variant_name?: string | null;
                    /** @description Model that answers. */
                    model_name?: string | null;
                    /**
                     * Format: int32
                     * @description Number of instances at the beginning.
                     */
                    initial_instance_count?: number | null;
                    /** @description Instance type; absent where pools name it, or it is serverless. */
                    instance_type?: string | null;
                    /** @description Instance types in order of preference. */
                    instance_pools?: {
                        /** @description Instance type. */
                        instance_type?: string | null;
                        /** @description Model that answers on instances of this type. */
                        model_name_override?: string | null;
                        /**
                         * Format: int32
                         * @description Place in the order.
                         */
                        priority?: number | null;
                    }[] | null;
                    /**
                     * Format: int32
                     * @description Longest wait for instances in seconds.
                     */
                    variant_instance_provision_timeout_in_seconds?: number | null;
                    /** @description Weight by which it gets requests at the beginning. */
                    initial_variant_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                    /** @description Elastic Inference accelerator on each instance. */
                    accelerator_type?: string | null;
                    /** @description Where core dumps go. */
                    core_dump_config?: {
                        /** @description S3 location of the core dumps. */
                        destination_s3_uri?: string | null;
                        /** @description KMS key that encrypts them. */
                        kms_key_id?: string | null;
                    } | null;
                    /** @description Serverless capacity, where there are no instances. */
                    serverless_config?: {
                        /**
                         * Format: int32
                         * @description Memory in MB.
                         */
                        memory_size_in_mb?: number | null;
                        /**
                         * Format: int32
                         * @description Most requests at a time.
                         */
                        max_concurrency?: number | null;
                        /**
                         * Format: int32
                         * @description Requests at a time for which capacity is kept ready.
                         */
                        provisioned_concurrency?: number | null;
                    } | null;
                    /**
                     * Format: int32
                     * @description Size in GB of the volume on each instance, where it was asked for.
                     */
                    volume_size_in_gb?: number | null;
                    /**
                     * Format: int32
                     * @description Longest download of the model in seconds.
                     */
                    model_data_download_timeout_in_seconds?: number | null;
                    /**
                     * Format: int32
                     * @description Longest start of the container in seconds.
                     */
                    container_startup_health_check_timeout_in_seconds?: number | null;
                    /** @description Whether the containers can be entered through Systems Manager. */
                    enable_ssm_access?: boolean | null;
                    /** @description How SageMaker scales the instances by itself. */
                    managed_instance_scaling?: {
                        /**
                         * @description Whether it does: ENABLED or DISABLED.
                         * @example DISABLED
                         * @example ENABLED
                         */
                        status?: string | null;
                        /**
                         * Format: int32
                         * @description Fewest instances.
                         */
                        min_instance_count?: number | null;
                        /**
                         * Format: int32
                         * @description Most instances.
                         */
                        max_instance_count?: number | null;
                        /** @description How instances are removed. */
                        scale_in_policy?: {
                            /**
                             * @description Which ones: CONSOLIDATION or IDLE_RELEASE.
                             * @example CONSOLIDATION
                             * @example IDLE_RELEASE
                             */
                            strategy?: string | null;
                            /**
                             * Format: int32
                             * @description Most instances that are removed at a time.
                             */
                            maximum_step_size?: number | null;
                            /**
                             * Format: int32
                             * @description Minutes between two removals.
                             */
                            cooldown_in_minutes?: number | null;
                        } | null;
                    } | null;
                    /** @description How requests are shared among the instances. */
                    routing_config?: {
                        /**
                         * @description At random, to the least busy, or by the beginning of the prompt.
                         * @example LEAST_OUTSTANDING_REQUESTS
                         * @example PREFIX_AWARE
                         * @example RANDOM
                         */
                        routing_strategy?: string | null;
                        /** @description Sharing by the beginning of the prompt. */
                        prefix_aware_routing_config?: {
                            /**
                             * Format: int32
                             * @description Length of the beginning that counts.
                             */
                            prefix_length?: number | null;
                            /**
                             * Format: int32
                             * @description Requests at a time from which the least busy instance is taken.
                             */
                            concurrency_threshold?: number | null;
                        } | null;
                    } | null;
                    /**
                     * @description Version of the machine image of the instances.
                     * @example al2-ami-sagemaker-inference-gpu-2
                     * @example al2-ami-sagemaker-inference-gpu-2-1
                     * @example al2-ami-sagemaker-inference-gpu-3-1
                     * @example al2-ami-sagemaker-inference-neuron-2
                     * @example al2023-ami-sagemaker-inference-gpu-4-1
                     */
                    inference_ami_version?: string | null;
                    /** @description The reserved capacity that the instances use. */
                    capacity_reservation_config?: {
                        /**
                         * @description Whether other capacity is used too.
                         * @example capacity-reservations-only
                         */
                        capacity_reservation_preference?: string | null;
                        /** @description ARN of the reservation. */
                        ml_reservation_arn?: string | null;
                    } | null;
                }[] | null;
                /** @description ARN of the IAM role that the endpoint runs as, where it has one of its own. */
                execution_role_arn?: string | null;
                /** @description The VPC that the instances are attached to. */
                vpc_config?: {
                    /** @description Identifiers of the security groups. */
                    security_group_ids?: string[] | null;
                    /** @description Identifiers of the subnets. */
                    subnets?: string[] | null;
                } | null;
                /** @description Whether the containers are cut off from the network. */
                enable_network_isolation?: boolean | null;
                /** @description Which metrics the endpoint publishes. */
                metrics_config?: {
                    /** @description Whether metrics of instances and containers are published. */
                    enable_enhanced_metrics?: boolean | null;
                    /** @description Whether detailed metrics are published. */
                    enable_detailed_observability?: boolean | null;
                    /**
                     * Format: int32
                     * @description Seconds between two values of a metric.
                     */
                    metric_publish_frequency_in_seconds?: number | null;
                } | null;
            } | null;
            /** @description Name of the endpoint configuration that is deployed. */
            endpoint_config_name: string | null;
            /** @description Name of the endpoint, in its own spelling. */
            endpoint_name: string | null;
            /**
             * @description What the endpoint does: InService, or how it comes to be or ceases to be so.
             * @example Creating
             * @example Deleting
             * @example Failed
             * @example InService
             * @example OutOfService
             * @example RollingBack
             * @example SystemUpdating
             * @example UpdateRollbackFailed
             * @example Updating
             */
            endpoint_status: string | null;
            /** @description How answers are explained. */
            explainer_config: {
                /** @description The explainer SageMaker Clarify. */
                clarify_explainer_config?: {
                    /** @description JMESPath expression that says which requests are explained. */
                    enable_explanations?: string | null;
                    /** @description How the container is called for explanations. */
                    inference_config?: {
                        /** @description Place of the features in a JSON request. */
                        features_attribute?: string | null;
                        /** @description Template of a JSON request. */
                        content_template?: string | null;
                        /**
                         * Format: int32
                         * @description Most records in a request.
                         */
                        max_record_count?: number | null;
                        /**
                         * Format: int32
                         * @description Most megabytes in a request.
                         */
                        max_payload_in_mb?: number | null;
                        /**
                         * Format: int32
                         * @description Column of the probability in a CSV answer.
                         */
                        probability_index?: number | null;
                        /**
                         * Format: int32
                         * @description Column of the label in a CSV answer.
                         */
                        label_index?: number | null;
                        /** @description Place of the probability in a JSON answer. */
                        probability_attribute?: string | null;
                        /** @description Place of the label in a JSON answer. */
                        label_attribute?: string | null;
                        /** @description Names of the labels. */
                        label_headers?: string[] | null;
                        /** @description Names of the features. */
                        feature_headers?: string[] | null;
                        /** @description Types of the features. */
                        feature_types?: string[] | null;
                    } | null;
                    /** @description How SHAP values are calculated. */
                    shap_config?: {
                        /** @description The baseline. */
                        shap_baseline_config?: {
                            /** @description Content type of the baseline. */
                            mime_type?: string | null;
                            /** @description The baseline itself. */
                            shap_baseline?: string | null;
                            /** @description S3 location of the baseline. */
                            shap_baseline_uri?: string | null;
                        } | null;
                        /**
                         * Format: int32
                         * @description Number of samples.
                         */
                        number_of_samples?: number | null;
                        /** @description Whether values are in log-odds. */
                        use_logit?: boolean | null;
                        /**
                         * Format: int32
                         * @description Seed of the random numbers.
                         */
                        seed?: number | null;
                        /** @description How text is explained. */
                        text_config?: {
                            /**
                             * @description Language of the text, as a code of two or three letters.
                             * @example af
                             * @example ar
                             * @example bg
                             * @example bn
                             * @example ca
                             * @example cs
                             * @example da
                             * @example de
                             * @example el
                             * @example en
                             * @example es
                             * @example et
                             * @example eu
                             * @example fa
                             * @example fi
                             * @example fr
                             * @example ga
                             * @example gu
                             * @example he
                             * @example hi
                             * @example hr
                             * @example hu
                             * @example hy
                             * @example id
                             * @example is
                             * @example it
                             * @example kn
                             * @example ky
                             * @example lb
                             * @example lij
                             * @example lt
                             * @example lv
                             * @example mk
                             * @example ml
                             * @example mr
                             * @example nb
                             * @example ne
                             * @example nl
                             * @example pl
                             * @example pt
                             * @example ro
                             * @example ru
                             * @example sa
                             * @example si
                             * @example sk
                             * @example sl
                             * @example sq
                             * @example sr
                             * @example sv
                             * @example ta
                             * @example te
                             * @example tl
                             * @example tn
                             * @example tr
                             * @example tt
                             * @example uk
                             * @example ur
                             * @example xx
                             * @example yo
                             * @example zh
                             */
                            language?: string | null;
                            /**
                             * @description Unit of text that a value is for.
                             * @example paragraph
                             * @example sentence
                             * @example token
                             */
                            granularity?: string | null;
                        } | null;
                    } | null;
                } | null;
            } | null;
            /** @description Why the endpoint failed, where it did. */
            failure_reason: string | null;
            /** @description How the last update was deployed. */
            last_deployment_config: {
                /** @description How traffic was shifted to a new fleet. */
                blue_green_update_policy?: {
                    /** @description In which steps. */
                    traffic_routing_configuration?: {
                        /**
                         * @description All at once, after a canary, or in equal steps.
                         * @example ALL_AT_ONCE
                         * @example CANARY
                         * @example LINEAR
                         */
                        type?: string | null;
                        /**
                         * Format: int32
                         * @description Seconds to wait after each step.
                         */
                        wait_interval_in_seconds?: number | null;
                        /** @description Size of the first step. */
                        canary_size?: {
                            /**
                             * @description Whether the value counts instances or is in percent.
                             * @example CAPACITY_PERCENT
                             * @example INSTANCE_COUNT
                             */
                            type?: string | null;
                            /**
                             * Format: int32
                             * @description Number of instances, or percentage of the fleet.
                             */
                            value?: number | null;
                        } | null;
                        /** @description Size of each step. */
                        linear_step_size?: {
                            /**
                             * @description Whether the value counts instances or is in percent.
                             * @example CAPACITY_PERCENT
                             * @example INSTANCE_COUNT
                             */
                            type?: string | null;
                            /**
                             * Format: int32
                             * @description Number of instances, or percentage of the fleet.
                             */
                            value?: number | null;
                        } | null;
                    } | null;
                    /**
                     * Format: int32
                     * @description Seconds to wait before the old fleet is terminated.
                     */
                    termination_wait_in_seconds?: number | null;
                    /**
                     * Format: int32
                     * @description Longest time of the deployment in seconds.
                     */
                    maximum_execution_timeout_in_seconds?: number | null;
                } | null;
                /** @description How instances were replaced batch by batch. */
                rolling_update_policy?: {
                    /** @description Size of each batch. */
                    maximum_batch_size?: {
                        /**
                         * @description Whether the value counts instances or is in percent.
                         * @example CAPACITY_PERCENT
                         * @example INSTANCE_COUNT
                         */
                        type?: string | null;
                        /**
                         * Format: int32
                         * @description Number of instances, or percentage of the fleet.
                         */
                        value?: number | null;
                    } | null;
                    /**
                     * Format: int32
                     * @description Seconds to wait after each batch.
                     */
                    wait_interval_in_seconds?: number | null;
                    /**
                     * Format: int32
                     * @description Longest time of the deployment in seconds.
                     */
                    maximum_execution_timeout_in_seconds?: number | null;
                    /** @description Size of each batch of a rollback. */
                    rollback_maximum_batch_size?: {
                        /**
                         * @description Whether the value counts instances or is in percent.
                         * @example CAPACITY_PERCENT
                         * @example INSTANCE_COUNT
                         */
                        type?: string | null;
                        /**
                         * Format: int32
                         * @description Number of instances, or percentage of the fleet.
                         */
                        value?: number | null;
                    } | null;
                } | null;
                /** @description What rolls the deployment back. */
                auto_rollback_configuration?: {
                    /** @description The alarms that do. */
                    alarms?: {
                        /** @description Name of the CloudWatch alarm. */
                        alarm_name?: string | null;
                    }[] | null;
                } | null;
            } | null;
            /**
             * Format: date-time
             * @description When the endpoint last changed, be it by an update or by scaling.
             */
            last_modified_time: string | null;
            /** @description Which metrics the endpoint publishes. */
            metrics_config: {
                /** @description Whether metrics of instances and containers are published. */
                enable_enhanced_metrics?: boolean | null;
                /** @description Whether detailed metrics are published. */
                enable_detailed_observability?: boolean | null;
                /**
                 * Format: int32
                 * @description Seconds between two values of a metric.
                 */
                metric_publish_frequency_in_seconds?: number | null;
            } | null;
            /** @description The deployment that is under way. */
            pending_deployment_summary: {
                /** @description Name of the configuration that is being deployed. */
                endpoint_config_name?: string | null;
                /** @description The variants that are being deployed. */
                production_variants?: {
                    /** @description Name of the variant. */
                    variant_name?: string | null;
                    /** @description The images that run. */
                    deployed_images?: {
                        /** @description Registry path as it was asked for. */
                        specified_image?: string | null;
                        /** @description Registry path with the digest that it stood for. */
                        resolved_image?: string | null;
                        /**
                         * Format: date-time
                         * @description When the digest was found.
                         */
                        resolution_time?: string | null;
                    }[] | null;
                    /** @description Weight by which it gets requests. */
                    current_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                    /** @description Weight that was asked for. */
                    desired_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                    /**
                     * Format: int32
                     * @description Number of instances that run.
                     */
                    current_instance_count?: number | null;
                    /**
                     * Format: int32
                     * @description Number of instances that was asked for.
                     */
                    desired_instance_count?: number | null;
                    /** @description The instances, where they are of several types. */
                    instance_pools?: {
                        /** @description Instance type. */
                        instance_type?: string | null;
                        /**
                         * Format: int32
                         * @description Number of instances that run.
                         */
                        current_instance_count?: number | null;
                    }[] | null;
                    /** @description What is being done with the variant. */
                    variant_status?: {
                        /**
                         * @description The activity.
                         * @example ActivatingTraffic
                         * @example Baking
                         * @example Creating
                         * @example Deleting
                         * @example Updating
                         */
                        status?: string | null;
                        /** @description Message about it. */
                        status_message?: string | null;
                        /**
                         * Format: date-time
                         * @description When it began.
                         */
                        start_time?: string | null;
                    }[] | null;
                    /** @description Serverless capacity at present. */
                    current_serverless_config?: {
                        /**
                         * Format: int32
                         * @description Memory in MB.
                         */
                        memory_size_in_mb?: number | null;
                        /**
                         * Format: int32
                         * @description Most requests at a time.
                         */
                        max_concurrency?: number | null;
                        /**
                         * Format: int32
                         * @description Requests at a time for which capacity is kept ready.
                         */
                        provisioned_concurrency?: number | null;
                    } | null;
                    /** @description Serverless capacity that was asked for. */
                    desired_serverless_config?: {
                        /**
                         * Format: int32
                         * @description Memory in MB.
                         */
                        memory_size_in_mb?: number | null;
                        /**
                         * Format: int32
                         * @description Most requests at a time.
                         */
                        max_concurrency?: number | null;
                        /**
                         * Format: int32
                         * @description Requests at a time for which capacity is kept ready.
                         */
                        provisioned_concurrency?: number | null;
                    } | null;
                    /** @description How SageMaker scales the instances by itself. */
                    managed_instance_scaling?: {
                        /**
                         * @description Whether it does: ENABLED or DISABLED.
                         * @example DISABLED
                         * @example ENABLED
                         */
                        status?: string | null;
                        /**
                         * Format: int32
                         * @description Fewest instances.
                         */
                        min_instance_count?: number | null;
                        /**
                         * Format: int32
                         * @description Most instances.
                         */
                        max_instance_count?: number | null;
                        /** @description How instances are removed. */
                        scale_in_policy?: {
                            /**
                             * @description Which ones: CONSOLIDATION or IDLE_RELEASE.
                             * @example CONSOLIDATION
                             * @example IDLE_RELEASE
                             */
                            strategy?: string | null;
                            /**
                             * Format: int32
                             * @description Most instances that are removed at a time.
                             */
                            maximum_step_size?: number | null;
                            /**
                             * Format: int32
                             * @description Minutes between two removals.
                             */
                            cooldown_in_minutes?: number | null;
                        } | null;
                    } | null;
                    /** @description How requests are shared among the instances. */
                    routing_config?: {
                        /**
                         * @description At random, to the least busy, or by the beginning of the prompt.
                         * @example LEAST_OUTSTANDING_REQUESTS
                         * @example PREFIX_AWARE
                         * @example RANDOM
                         */
                        routing_strategy?: string | null;
                        /** @description Sharing by the beginning of the prompt. */
                        prefix_aware_routing_config?: {
                            /**
                             * Format: int32
                             * @description Length of the beginning that counts.
                             */
                            prefix_length?: number | null;
                            /**
                             * Format: int32
                             * @description Requests at a time from which the least busy instance is taken.
                             */
                            concurrency_threshold?: number | null;
                        } | null;
                    } | null;
                    /** @description Instance type. */
                    instance_type?: string | null;
                    /** @description Elastic Inference accelerator on each instance. */
                    accelerator_type?: string | null;
                }[] | null;
                /**
                 * Format: date-time
                 * @description When the deployment began.
                 */
                start_time?: string | null;
                /** @description The shadow variants that are being deployed. */
                shadow_production_variants?: {
                    /** @description Name of the variant. */
                    variant_name?: string | null;
                    /** @description The images that run. */
                    deployed_images?: {
                        /** @description Registry path as it was asked for. */
                        specified_image?: string | null;
                        /** @description Registry path with the digest that it stood for. */
                        resolved_image?: string | null;
                        /**
                         * Format: date-time
                         * @description When the digest was found.
                         */
                        resolution_time?: string | null;
                    }[] | null;
                    /** @description Weight by which it gets requests. */
                    current_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                    /** @description Weight that was asked for. */
                    desired_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                    /**
                     * Format: int32
                     * @description Number of instances that run.
                     */
                    current_instance_count?: number | null;
                    /**
                     * Format: int32
                     * @description Number of instances that was asked for.
                     */
                    desired_instance_count?: number | null;
                    /** @description The instances, where they are of several types. */
                    instance_pools?: {
                        /** @description Instance type. */
                        instance_type?: string | null;
                        /**
                         * Format: int32
                         * @description Number of instances that run.
                         */
                        current_instance_count?: number | null;
                    }[] | null;
                    /** @description What is being done with the variant. */
                    variant_status?: {
                        /**
                         * @description The activity.
                         * @example ActivatingTraffic
                         * @example Baking
                         * @example Creating
                         * @example Deleting
                         * @example Updating
                         */
                        status?: string | null;
                        /** @description Message about it. */
                        status_message?: string | null;
                        /**
                         * Format: date-time
                         * @description When it began.
                         */
                        start_time?: string | null;
                    }[] | null;
                    /** @description Serverless capacity at present. */
                    current_serverless_config?: {
                        /**
                         * Format: int32
                         * @description Memory in MB.
                         */
                        memory_size_in_mb?: number | null;
                        /**
                         * Format: int32
                         * @description Most requests at a time.
                         */
                        max_concurrency?: number | null;
                        /**
                         * Format: int32
                         * @description Requests at a time for which capacity is kept ready.
                         */
                        provisioned_concurrency?: number | null;
                    } | null;
                    /** @description Serverless capacity that was asked for. */
                    desired_serverless_config?: {
                        /**
                         * Format: int32
                         * @description Memory in MB.
                         */
                        memory_size_in_mb?: number | null;
                        /**
                         * Format: int32
                         * @description Most requests at a time.
                         */
                        max_concurrency?: number | null;
                        /**
                         * Format: int32
                         * @description Requests at a time for which capacity is kept ready.
                         */
                        provisioned_concurrency?: number | null;
                    } | null;
                    /** @description How SageMaker scales the instances by itself. */
                    managed_instance_scaling?: {
                        /**
                         * @description Whether it does: ENABLED or DISABLED.
                         * @example DISABLED
                         * @example ENABLED
                         */
                        status?: string | null;
                        /**
                         * Format: int32
                         * @description Fewest instances.
                         */
                        min_instance_count?: number | null;
                        /**
                         * Format: int32
                         * @description Most instances.
                         */
                        max_instance_count?: number | null;
                        /** @description How instances are removed. */
                        scale_in_policy?: {
                            /**
                             * @description Which ones: CONSOLIDATION or IDLE_RELEASE.
                             * @example CONSOLIDATION
                             * @example IDLE_RELEASE
                             */
                            strategy?: string | null;
                            /**
                             * Format: int32
                             * @description Most instances that are removed at a time.
                             */
                            maximum_step_size?: number | null;
                            /**
                             * Format: int32
                             * @description Minutes between two removals.
                             */
                            cooldown_in_minutes?: number | null;
                        } | null;
                    } | null;
                    /** @description How requests are shared among the instances. */
                    routing_config?: {
                        /**
                         * @description At random, to the least busy, or by the beginning of the prompt.
                         * @example LEAST_OUTSTANDING_REQUESTS
                         * @example PREFIX_AWARE
                         * @example RANDOM
                         */
                        routing_strategy?: string | null;
                        /** @description Sharing by the beginning of the prompt. */
                        prefix_aware_routing_config?: {
                            /**
                             * Format: int32
                             * @description Length of the beginning that counts.
                             */
                            prefix_length?: number | null;
                            /**
                             * Format: int32
                             * @description Requests at a time from which the least busy instance is taken.
                             */
                            concurrency_threshold?: number | null;
                        } | null;
                    } | null;
                    /** @description Instance type. */
                    instance_type?: string | null;
                    /** @description Elastic Inference accelerator on each instance. */
                    accelerator_type?: string | null;
                }[] | null;
            } | null;
            /** @description The variants that answer requests. */
            production_variants: {
                /** @description Name of the variant. */
                variant_name?: string | null;
                /** @description The images that run. */
                deployed_images?: {
                    /** @description Registry path as it was asked for. */
                    specified_image?: string | null;
                    /** @description Registry path with the digest that it stood for. */
                    resolved_image?: string | null;
                    /**
                     * Format: date-time
                     * @description When the digest was found.
                     */
                    resolution_time?: string | null;
                }[] | null;
                /** @description Weight by which it gets requests. */
                current_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                /** @description Weight that was asked for. */
                desired_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                /**
                 * Format: int32
                 * @description Number of instances that run.
                 */
                current_instance_count?: number | null;
                /**
                 * Format: int32
                 * @description Number of instances that was asked for.
                 */
                desired_instance_count?: number | null;
                /** @description The instances, where they are of several types. */
                instance_pools?: {
                    /** @description Instance type. */
                    instance_type?: string | null;
                    /**
                     * Format: int32
                     * @description Number of instances that run.
                     */
                    current_instance_count?: number | null;
                }[] | null;
                /** @description What is being done with the variant. */
                variant_status?: {
                    /**
                     * @description The activity.
                     * @example ActivatingTraffic
                     * @example Baking
                     * @example Creating
                     * @example Deleting
                     * @example Updating
                     */
                    status?: string | null;
                    /** @description Message about it. */
                    status_message?: string | null;
                    /**
                     * Format: date-time
                     * @description When it began.
                     */
                    start_time?: string | null;
                }[] | null;
                /** @description Serverless capacity at present. */
                current_serverless_config?: {
                    /**
                     * Format: int32
                     * @description Memory in MB.
                     */
                    memory_size_in_mb?: number | null;
                    /**
                     * Format: int32
                     * @description Most requests at a time.
                     */
                    max_concurrency?: number | null;
                    /**
                     * Format: int32
                     * @description Requests at a time for which capacity is kept ready.
                     */
                    provisioned_concurrency?: number | null;
                } | null;
                /** @description Serverless capacity that was asked for. */
                desired_serverless_config?: {
                    /**
                     * Format: int32
                     * @description Memory in MB.
                     */
                    memory_size_in_mb?: number | null;
                    /**
                     * Format: int32
                     * @description Most requests at a time.
                     */
                    max_concurrency?: number | null;
                    /**
                     * Format: int32
                     * @description Requests at a time for which capacity is kept ready.
                     */
                    provisioned_concurrency?: number | null;
                } | null;
                /** @description How SageMaker scales the instances by itself. */
                managed_instance_scaling?: {
                    /**
                     * @description Whether it does: ENABLED or DISABLED.
                     * @example DISABLED
                     * @example ENABLED
                     */
                    status?: string | null;
                    /**
                     * Format: int32
                     * @description Fewest instances.
                     */
                    min_instance_count?: number | null;
                    /**
                     * Format: int32
                     * @description Most instances.
                     */
                    max_instance_count?: number | null;
                    /** @description How instances are removed. */
                    scale_in_policy?: {
                        /**
                         * @description Which ones: CONSOLIDATION or IDLE_RELEASE.
                         * @example CONSOLIDATION
                         * @example IDLE_RELEASE
                         */
                        strategy?: string | null;
                        /**
                         * Format: int32
                         * @description Most instances that are removed at a time.
                         */
                        maximum_step_size?: number | null;
                        /**
                         * Format: int32
                         * @description Minutes between two removals.
                         */
                        cooldown_in_minutes?: number | null;
                    } | null;
                } | null;
                /** @description How requests are shared among the instances. */
                routing_config?: {
                    /**
                     * @description At random, to the least busy, or by the beginning of the prompt.
                     * @example LEAST_OUTSTANDING_REQUESTS
                     * @example PREFIX_AWARE
                     * @example RANDOM
                     */
                    routing_strategy?: string | null;
                    /** @description Sharing by the beginning of the prompt. */
                    prefix_aware_routing_config?: {
                        /**
                         * Format: int32
                         * @description Length of the beginning that counts.
                         */
                        prefix_length?: number | null;
                        /**
                         * Format: int32
                         * @description Requests at a time from which the least busy instance is taken.
                         */
                        concurrency_threshold?: number | null;
                    } | null;
                } | null;
                /** @description The reserved capacity that the instances use. */
                capacity_reservation_config?: {
                    /** @description ARN of the reservation. */
                    ml_reservation_arn?: string | null;
                    /**
                     * @description Whether other capacity is used too.
                     * @example capacity-reservations-only
                     */
                    capacity_reservation_preference?: string | null;
                    /**
                     * Format: int32
                     * @description Instances that are reserved.
                     */
                    total_instance_count?: number | null;
                    /**
                     * Format: int32
                     * @description Instances of the reservation that are free.
                     */
                    available_instance_count?: number | null;
                    /**
                     * Format: int32
                     * @description Instances of the reservation that this endpoint uses.
                     */
                    used_by_current_endpoint?: number | null;
                    /** @description The EC2 reservations behind it. */
                    ec2_capacity_reservations?: {
                        /** @description Identifier of the EC2 reservation. */
                        ec2_capacity_reservation_id?: string | null;
                        /**
                         * Format: int32
                         * @description Instances that are reserved.
                         */
                        total_instance_count?: number | null;
                        /**
                         * Format: int32
                         * @description Instances of the reservation that are free.
                         */
                        available_instance_count?: number | null;
                        /**
                         * Format: int32
                         * @description Instances of the reservation that this endpoint uses.
                         */
                        used_by_current_endpoint?: number | null;
                    }[] | null;
                } | null;
            }[] | null;
            /** @description The variants that get a copy of requests and whose answers are discarded. */
            shadow_production_variants: {
                /** @description Name of the variant. */
                variant_name?: string | null;
                /** @description The images that run. */
                deployed_images?: {
                    /** @description Registry path as it was asked for. */
                    specified_image?: string | null;
                    /** @description Registry path with the digest that it stood for. */
                    resolved_image?: string | null;
                    /**
                     * Format: date-time
                     * @description When the digest was found.
                     */
                    resolution_time?: string | null;
                }[] | null;
                /** @description Weight by which it gets requests. */
                current_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                /** @description Weight that was asked for. */
                desired_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                /**
                 * Format: int32
                 * @description Number of instances that run.
                 */
                current_instance_count?: number | null;
                /**
                 * Format: int32
                 * @description Number of instances that was asked for.
                 */
                desired_instance_count?: number | null;
                /** @description The instances, where they are of several types. */
                instance_pools?: {
                    /** @description Instance type. */
                    instance_type?: string | null;
                    /**
                     * Format: int32
                     * @description Number of instances that run.
                     */
                    current_instance_count?: number | null;
                }[] | null;
                /** @description What is being done with the variant. */
                variant_status?: {
                    /**
                     * @description The activity.
                     * @example ActivatingTraffic
                     * @example Baking
                     * @example Creating
                     * @example Deleting
                     * @example Updating
                     */
                    status?: string | null;
                    /** @description Message about it. */
                    status_message?: string | null;
                    /**
                     * Format: date-time
                     * @description When it began.
                     */
                    start_time?: string | null;
                }[] | null;
                /** @description Serverless capacity at present. */
                current_serverless_config?: {
                    /**
                     * Format: int32
                     * @description Memory in MB.
                     */
                    memory_size_in_mb?: number | null;
                    /**
                     * Format: int32
                     * @description Most requests at a time.
                     */
                    max_concurrency?: number | null;
                    /**
                     * Format: int32
                     * @description Requests at a time for which capacity is kept ready.
                     */
                    provisioned_concurrency?: number | null;
                } | null;
                /** @description Serverless capacity that was asked for. */
                desired_serverless_config?: {
                    /**
                     * Format: int32
                     * @description Memory in MB.
                     */
                    memory_size_in_mb?: number | null;
                    /**
                     * Format: int32
                     * @description Most requests at a time.
                     */
                    max_concurrency?: number | null;
                    /**
                     * Format: int32
                     * @description Requests at a time for which capacity is kept ready.
                     */
                    provisioned_concurrency?: number | null;
                } | null;
                /** @description How SageMaker scales the instances by itself. */
                managed_instance_scaling?: {
                    /**
                     * @description Whether it does: ENABLED or DISABLED.
                     * @example DISABLED
                     * @example ENABLED
                     */
                    status?: string | null;
                    /**
                     * Format: int32
                     * @description Fewest instances.
                     */
                    min_instance_count?: number | null;
                    /**
                     * Format: int32
                     * @description Most instances.
                     */
                    max_instance_count?: number | null;
                    /** @description How instances are removed. */
                    scale_in_policy?: {
                        /**
                         * @description Which ones: CONSOLIDATION or IDLE_RELEASE.
                         * @example CONSOLIDATION
                         * @example IDLE_RELEASE
                         */
                        strategy?: string | null;
                        /**
                         * Format: int32
                         * @description Most instances that are removed at a time.
                         */
                        maximum_step_size?: number | null;
                        /**
                         * Format: int32
                         * @description Minutes between two removals.
                         */
                        cooldown_in_minutes?: number | null;
                    } | null;
                } | null;
                /** @description How requests are shared among the instances. */
                routing_config?: {
                    /**
                     * @description At random, to the least busy, or by the beginning of the prompt.
                     * @example LEAST_OUTSTANDING_REQUESTS
                     * @example PREFIX_AWARE
                     * @example RANDOM
                     */
                    routing_strategy?: string | null;
                    /** @description Sharing by the beginning of the prompt. */
                    prefix_aware_routing_config?: {
                        /**
                         * Format: int32
                         * @description Length of the beginning that counts.
                         */
                        prefix_length?: number | null;
                        /**
                         * Format: int32
                         * @description Requests at a time from which the least busy instance is taken.
                         */
                        concurrency_threshold?: number | null;
                    } | null;
                } | null;
                /** @description The reserved capacity that the instances use. */
                capacity_reservation_config?: {
                    /** @description ARN of the reservation. */
                    ml_reservation_arn?: string | null;
                    /**
                     * @description Whether other capacity is used too.
                     * @example capacity-reservations-only
                     */
                    capacity_reservation_preference?: string | null;
                    /**
                     * Format: int32
                     * @description Instances that are reserved.
                     */
                    total_instance_count?: number | null;
                    /**
                     * Format: int32
                     * @description Instances of the reservation that are free.
                     */
                    available_instance_count?: number | null;
                    /**
                     * Format: int32
                     * @description Instances of the reservation that this endpoint uses.
                     */
                    used_by_current_endpoint?: number | null;
                    /** @description The EC2 reservations behind it. */
                    ec2_capacity_reservations?: {
                        /** @description Identifier of the EC2 reservation. */
                        ec2_capacity_reservation_id?: string | null;
                        /**
                         * Format: int32
                         * @description Instances that are reserved.
                         */
                        total_instance_count?: number | null;
                        /**
                         * Format: int32
                         * @description Instances of the reservation that are free.
                         */
                        available_instance_count?: number | null;
                        /**
                         * Format: int32
                         * @description Instances of the reservation that this endpoint uses.
                         */
                        used_by_current_endpoint?: number | null;
                    }[] | null;
                } | null;
            }[] | null;
            /** @description The same tags as an object: values by key. Of several tags of one key the last of the list counts. */
            tag_map: {
                [key: string]: string;
            } | null;
            /** @description Tags, each as key:value. */
            tags: string[] | null;
            /** @description Name of the AWS account; null where it is not known. */
            account_name: string | null;
            /** @description The team that the resource belongs to, by the rules of ownership; null where none applies. */
            owner: string | null;
            /** @description Name of the rule that decided the owner. */
            owner_rule: string | null;
            /** @description AWS region, from the ARN. */
            region: string;
            /**
             * @description described: every column is read; searched: the columns that Search lacks are not read yet.
             * @example described
             * @example searched
             */
            completeness: string;
            /**
             * Format: date-time
             * @description When sagecat first saw the resource.
             */
            first_seen_at: string;
            /**
             * Format: date-time
             * @description When sagecat first saw the present content.
             */
            changed_at: string;
            /**
             * Format: date-time
             * @description When a describe last gave the row new content.
             */
            described_at: string | null;
            /**
             * Format: date-time
             * @description When sagecat found that the resource is gone; null while it exists.
             */
            deleted_at: string | null;
            /** @description Paths of the fields in which secrets were masked. */
            masked_fields: string[] | null;
        };
        /**
         * SageMaker endpoint
         * @description The fields that were asked for.
         */
        aws_sagemaker_endpoint_fields: {
            /** @description Identifier of the AWS account, from the ARN. */
            account_id?: string | null;
            /** @description How requests are queued, where the endpoint answers later, in S3. */
            async_inference_config?: {
                /** @description How the endpoint calls the container. */
                client_config?: {
                    /**
                     * Format: int32
                     * @description Most requests at a time for each instance.
                     */
                    max_concurrent_invocations_per_instance?: number | null;
                } | null;
                /** @description Where answers go. */
                output_config?: {
                    /** @description KMS key that encrypts the answers. */
                    kms_key_id?: string | null;
                    /** @description S3 location of the answers. */
                    s3_output_path?: string | null;
                    /** @description Who is told of an answer. */
                    notification_config?: {
                        /** @description SNS topic that is told of answers. */
                        success_topic?: string | null;
                        /** @description SNS topic that is told of failures. */
                        error_topic?: string | null;
                        /** @description The topics whose messages hold the answer itself. */
                        include_inference_response_in?: string[] | null;
                    } | null;
                    /** @description S3 location of failures. */
                    s3_failure_path?: string | null;
                } | null;
            } | null;
            /**
             * Format: date-time
             * @description When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.
             */
            creation_time?: string | null;
            /** @description What of requests and responses is captured at present. */
            data_capture_config?: {
                /** @description Whether data is captured. */
                enable_capture?: boolean | null;
                /**
                 * @description Whether capture runs: Started or Stopped.
                 * @example Started
                 * @example Stopped
                 */
                capture_status?: string | null;
                /**
                 * Format: int32
                 * @description Percentage of requests that is captured.
                 */
                current_sampling_percentage?: number | null;
                /** @description S3 location of what is captured. */
                destination_s3_uri?: string | null;
                /** @description KMS key that encrypts what is captured. */
                kms_key_id?: string | null;
            } | null;
            /** @description ARN of the endpoint; holds its name in lower case. */
            endpoint_arn?: string | null;
            /** @description The endpoint configuration that is deployed, as DescribeEndpointConfig answers it. */
            endpoint_config?: {
                /** @description Name of the configuration. */
                endpoint_config_name?: string | null;
                /** @description ARN of the configuration. */
                endpoint_config_arn?: string | null;
                /** @description The variants as they were asked for. */
                production_variants?: {
                    /** @description Name of the variant. */
                    variant_name?: string | null;
                    /** @description Model that answers. */
                    model_name?: string | null;
                    /**
                     * Format: int32
                     * @description Number of instances at the beginning.
                     */
                    initial_instance_count?: number | null;
                    /** @description Instance type; absent where pools name it, or it is serverless. */
                    instance_type?: string | null;
                    /** @description Instance types in order of preference. */
                    instance_pools?: {
                        /** @description Instance type. */
                        instance_type?: string | null;
                        /** @description Model that answers on instances of this type. */
                        model_name_override?: string | null;
                        /**
                         * Format: int32
                         * @description Place in the order.
                         */
                        priority?: number | null;
                    }[] | null;
                    /**
                     * Format: int32
                     * @description Longest wait for instances in seconds.
                     */
                    variant_instance_provision_timeout_in_seconds?: number | null;
                    /** @description Weight by which it gets requests at the beginning. */
                    initial_variant_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                    /** @description Elastic Inference accelerator on each instance. */
                    accelerator_type?: string | null;
                    /** @description Where core dumps go. */
                    core_dump_config?: {
                        /** @description S3 location of the core dumps. */
                        destination_s3_uri?: string | null;
                        /** @description KMS key that encrypts them. */
                        kms_key_id?: string | null;
                    } | null;
                    /** @description Serverless capacity, where there are no instances. */
                    serverless_config?: {
                        /**
                         * Format: int32
                         * @description Memory in MB.
                         */
                        memory_size_in_mb?: number | null;
                        /**
                         * Format: int32
                         * @description Most requests at a time.
                         */
                        max_concurrency?: number | null;
                        /**
                         * Format: int32
                         * @description Requests at a time for which capacity is kept ready.
                         */
                        provisioned_concurrency?: number | null;
                    } | null;
                    /**
                     * Format: int32
                     * @description Size in GB of the volume on each instance, where it was asked for.
                     */
                    volume_size_in_gb?: number | null;
                    /**
                     * Format: int32
                     * @description Longest download of the model in seconds.
                     */
                    model_data_download_timeout_in_seconds?: number | null;
                    /**
                     * Format: int32
                     * @description Longest start of the container in seconds.
                     */
                    container_startup_health_check_timeout_in_seconds?: number | null;
                    /** @description Whether the containers can be entered through Systems Manager. */
                    enable_ssm_access?: boolean | null;
                    /** @description How SageMaker scales the instances by itself. */
                    managed_instance_scaling?: {
                        /**
                         * @description Whether it does: ENABLED or DISABLED.
                         * @example DISABLED
                         * @example ENABLED
                         */
                        status?: string | null;
                        /**
                         * Format: int32
                         * @description Fewest instances.
                         */
                        min_instance_count?: number | null;
                        /**
                         * Format: int32
                         * @description Most instances.
                         */
                        max_instance_count?: number | null;
                        /** @description How instances are removed. */
                        scale_in_policy?: {
                            /**
                             * @description Which ones: CONSOLIDATION or IDLE_RELEASE.
                             * @example CONSOLIDATION
                             * @example IDLE_RELEASE
                             */
                            strategy?: string | null;
                            /**
                             * Format: int32
                             * @description Most instances that are removed at a time.
                             */
                            maximum_step_size?: number | null;
                            /**
                             * Format: int32
                             * @description Minutes between two removals.
                             */
                            cooldown_in_minutes?: number | null;
                        } | null;
                    } | null;
                    /** @description How requests are shared among the instances. */
                    routing_config?: {
                        /**
                         * @description At random, to the least busy, or by the beginning of the prompt.
                         * @example LEAST_OUTSTANDING_REQUESTS
                         * @example PREFIX_AWARE
                         * @example RANDOM
                         */
                        routing_strategy?: string | null;
                        /** @description Sharing by the beginning of the prompt. */
                        prefix_aware_routing_config?: {
                            /**
                             * Format: int32
                             * @description Length of the beginning that counts.
                             */
                            prefix_length?: number | null;
                            /**
                             * Format: int32
                             * @description Requests at a time from which the least busy instance is taken.
                             */
                            concurrency_threshold?: number | null;
                        } | null;
                    } | null;
                    /**
                     * @description Version of the machine image of the instances.
                     * @example al2-ami-sagemaker-inference-gpu-2
                     * @example al2-ami-sagemaker-inference-gpu-2-1
                     * @example al2-ami-sagemaker-inference-gpu-3-1
                     * @example al2-ami-sagemaker-inference-neuron-2
                     * @example al2023-ami-sagemaker-inference-gpu-4-1
                     */
                    inference_ami_version?: string | null;
                    /** @description The reserved capacity that the instances use. */
                    capacity_reservation_config?: {
                        /**
                         * @description Whether other capacity is used too.
                         * @example capacity-reservations-only
                         */
                        capacity_reservation_preference?: string | null;
                        /** @description ARN of the reservation. */
                        ml_reservation_arn?: string | null;
                    } | null;
                }[] | null;
                /** @description What of requests and responses is captured, as it was asked for. */
                data_capture_config?: {
                    /** @description Whether data is captured. */
                    enable_capture?: boolean | null;
                    /**
                     * Format: int32
                     * @description Percentage of requests that is captured.
                     */
                    initial_sampling_percentage?: number | null;
                    /** @description S3 location of what is captured. */
                    destination_s3_uri?: string | null;
                    /** @description KMS key that encrypts what is captured. */
                    kms_key_id?: string | null;
                    /** @description What is captured. */
                    capture_options?: {
                        /**
                         * @description Requests, responses or both.
                         * @example Input
                         * @example InputAndOutput
                         * @example Output
                         */
                        capture_mode?: string | null;
                    }[] | null;
                    /** @description Content types that are captured as they are. */
                    capture_content_type_header?: {
                        /** @description Content types that are taken for CSV. */
                        csv_content_types?: string[] | null;
                        /** @description Content types that are taken for JSON. */
                        json_content_types?: string[] | null;
                    } | null;
                } | null;
                /** @description KMS key that encrypts the volumes of the instances. */
                kms_key_id?: string | null;
                /**
                 * Format: date-time
                 * @description When the configuration was created.
                 */
                creation_time?: string | null;
                /** @description How requests are queued, where the endpoint answers later, in S3. */
                async_inference_config?: {
                    /** @description How the endpoint calls the container. */
                    client_config?: {
                        /**
                         * Format: int32
                         * @description Most requests at a time for each instance.
                         */
                        max_concurrent_invocations_per_instance?: number | null;
                    } | null;
                    /** @description Where answers go. */
                    output_config?: {
                        /** @description KMS key that encrypts the answers. */
                        kms_key_id?: string | null;
                        /** @description S3 location of the answers. */
                        s3_output_path?: string | null;
                        /** @description Who is told of an answer. */
                        notification_config?: {
                            /** @description SNS topic that is told of answers. */
                            success_topic?: string | null;
                            /** @description SNS topic that is told of failures. */
                            error_topic?: string | null;
                            /** @description The topics whose messages hold the answer itself. */
                            include_inference_response_in?: string[] | null;
                        } | null;
                        /** @description S3 location of failures. */
                        s3_failure_path?: string | null;
                    } | null;
                } | null;
                /** @description How answers are explained. */
                explainer_config?: {
                    /** @description The explainer SageMaker Clarify. */
                    clarify_explainer_config?: {
                        /** @description JMESPath expression that says which requests are explained. */
                        enable_explanations?: string | null;
                        /** @description How the container is called for explanations. */
                        inference_config?: {
                            /** @description Place of the features in a JSON request. */
                            features_attribute?: string | null;
                            /** @description Template of a JSON request. */
                            content_template?: string | null;
                            /**
                             * Format: int32
                             * @description Most records in a request.
                             */
                            max_record_count?: number | null;
                            /**
                             * Format: int32
                             * @description Most megabytes in a request.
                             */
                            max_payload_in_mb?: number | null;
                            /**
                             * Format: int32
                             * @description Column of the probability in a CSV answer.
                             */
                            probability_index?: number | null;
                            /**
                             * Format: int32
                             * @description Column of the label in a CSV answer.
                             */
                            label_index?: number | null;
                            /** @description Place of the probability in a JSON answer. */
                            probability_attribute?: string | null;
                            /** @description Place of the label in a JSON answer. */
                            label_attribute?: string | null;
                            /** @description Names of the labels. */
                            label_headers?: string[] | null;
                            /** @description Names of the features. */
                            feature_headers?: string[] | null;
                            /** @description Types of the features. */
                            feature_types?: string[] | null;
                        } | null;
                        /** @description How SHAP values are calculated. */
                        shap_config?: {
                            /** @description The baseline. */
                            shap_baseline_config?: {
                                /** @description Content type of the baseline. */
                                mime_type?: string | null;
                                /** @description The baseline itself. */
                                shap_baseline?: string | null;
                                /** @description S3 location of the baseline. */
                                shap_baseline_uri?: string | null;
                            } | null;
                            /**
                             * Format: int32
                             * @description Number of samples.
                             */
                            number_of_samples?: number | null;
                            /** @description Whether values are in log-odds. */
                            use_logit?: boolean | null;
                            /**
                             * Format: int32
                             * @description Seed of the random numbers.
                             */
                            seed?: number | null;
                            /** @description How text is explained. */
                            text_config?: {
                                /**
                                 * @description Language of the text, as a code of two or three letters.
                                 * @example af
                                 * @example ar
                                 * @example bg
                                 * @example bn
                                 * @example ca
                                 * @example cs
                                 * @example da
                                 * @example de
                                 * @example el
                                 * @example en
                                 * @example es
                                 * @example et
                                 * @example eu
                                 * @example fa
                                 * @example fi
                                 * @example fr
                                 * @example ga
                                 * @example gu
                                 * @example he
                                 * @example hi
                                 * @example hr
                                 * @example hu
                                 * @example hy
                                 * @example id
                                 * @example is
                                 * @example it
                                 * @example kn
                                 * @example ky
                                 * @example lb
                                 * @example lij
                                 * @example lt
                                 * @example lv
                                 * @example mk
                                 * @example ml
                                 * @example mr
                                 * @example nb
                                 * @example ne
                                 * @example nl
                                 * @example pl
                                 * @example pt
                                 * @example ro
                                 * @example ru
                                 * @example sa
                                 * @example si
                                 * @example sk
                                 * @example sl
                                 * @example sq
                                 * @example sr
                                 * @example sv
                                 * @example ta
                                 * @example te
                                 * @example tl
                                 * @example tn
                                 * @example tr
                                 * @example tt
                                 * @example uk
                                 * @example ur
                                 * @example xx
                                 * @example yo
                                 * @example zh
                                 */
                                language?: string | null;
                                /**
                                 * @description Unit of text that a value is for.
                                 * @example paragraph
                                 * @example sentence
                                 * @example token
                                 */
                                granularity?: string | null;
                            } | null;
                        } | null;
                    } | null;
                } | null;
                /** @description The shadow variants as they were asked for. */
                shadow_production_variants?: {
                    /** @description Name of the variant. */
                    variant_name?: string | null;
                    /** @description Model that answers. */
                    model_name?: string | null;
                    /**
                     * Format: int32
                     * @description Number of instances at the beginning.
                     */
                    initial_instance_count?: number | null;
                    /** @description Instance type; absent where pools name it, or it is serverless. */
                    instance_type?: string | null;
                    /** @description Instance types in order of preference. */
                    instance_pools?: {
                        /** @description Instance type. */
                        instance_type?: string | null;
                        /** @description Model that answers on instances of this type. */
                        model_name_override?: string | null;
                        /**
                         * Format: int32
                         * @description Place in the order.
                         */
                        priority?: number | null;
                    }[] | null;
                    /**
                     * Format: int32
                     * @description Longest wait for instances in seconds.
                     */
                    variant_instance_provision_timeout_in_seconds?: number | null;
                    /** @description Weight by which it gets requests at the beginning. */
                    initial_variant_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                    /** @description Elastic Inference accelerator on each instance. */
                    accelerator_type?: string | null;
                    /** @description Where core dumps go. */
                    core_dump_config?: {
                        /** @description S3 location of the core dumps. */
                        destination_s3_uri?: string | null;
                        /** @description KMS key that encrypts them. */
                        kms_key_id?: string | null;
                    } | null;
                    /** @description Serverless capacity, where there are no instances. */
                    serverless_config?: {
                        /**
                         * Format: int32
                         * @description Memory in MB.
                         */
                        memory_size_in_mb?: number | null;
                        /**
                         * Format: int32
                         * @description Most requests at a time.
                         */
                        max_concurrency?: number | null;
                        /**
                         * Format: int32
                         * @description Requests at a time for which capacity is kept ready.
                         */
                        provisioned_concurrency?: number | null;
                    } | null;
                    /**
                     * Format: int32
                     * @description Size in GB of the volume on each instance, where it was asked for.
                     */
                    volume_size_in_gb?: number | null;
                    /**
                     * Format: int32
                     * @description Longest download of the model in seconds.
                     */
                    model_data_download_timeout_in_seconds?: number | null;
                    /**
                     * Format: int32
                     * @description Longest start of the container in seconds.
                     */
                    container_startup_health_check_timeout_in_seconds?: number | null;
                    /** @description Whether the containers can be entered through Systems Manager. */
                    enable_ssm_access?: boolean | null;
                    /** @description How SageMaker scales the instances by itself. */
                    managed_instance_scaling?: {
                        /**
                         * @description Whether it does: ENABLED or DISABLED.
                         * @example DISABLED
                         * @example ENABLED
                         */
                        status?: string | null;
                        /**
                         * Format: int32
                         * @description Fewest instances.
                         */
                        min_instance_count?: number | null;
                        /**
                         * Format: int32
                         * @description Most instances.
                         */
                        max_instance_count?: number | null;
                        /** @description How instances are removed. */
                        scale_in_policy?: {
                            /**
                             * @description Which ones: CONSOLIDATION or IDLE_RELEASE.
                             * @example CONSOLIDATION
                             * @example IDLE_RELEASE
                             */
                            strategy?: string | null;
                            /**
                             * Format: int32
                             * @description Most instances that are removed at a time.
                             */
                            maximum_step_size?: number | null;
                            /**
                             * Format: int32
                             * @description Minutes between two removals.
                             */
                            cooldown_in_minutes?: number | null;
                        } | null;
                    } | null;
                    /** @description How requests are shared among the instances. */
                    routing_config?: {
                        /**
                         * @description At random, to the least busy, or by the beginning of the prompt.
                         * @example LEAST_OUTSTANDING_REQUESTS
                         * @example PREFIX_AWARE
                         * @example RANDOM
                         */
                        routing_strategy?: string | null;
                        /** @description Sharing by the beginning of the prompt. */
                        prefix_aware_routing_config?: {
                            /**
                             * Format: int32
                             * @description Length of the beginning that counts.
                             */
                            prefix_length?: number | null;
                            /**
                             * Format: int32
                             * @description Requests at a time from which the least busy instance is taken.
                             */
                            concurrency_threshold?: number | null;
                        } | null;
                    } | null;
                    /**
                     * @description Version of the machine image of the instances.
                     * @example al2-ami-sagemaker-inference-gpu-2
                     * @example al2-ami-sagemaker-inference-gpu-2-1
                     * @example al2-ami-sagemaker-inference-gpu-3-1
                     * @example al2-ami-sagemaker-inference-neuron-2
                     * @example al2023-ami-sagemaker-inference-gpu-4-1
                     */
                    inference_ami_version?: string | null;
                    /** @description The reserved capacity that the instances use. */
                    capacity_reservation_config?: {
                        /**
                         * @description Whether other capacity is used too.
                         * @example capacity-reservations-only
                         */
                        capacity_reservation_preference?: string | null;
                        /** @description ARN of the reservation. */
                        ml_reservation_arn?: string | null;
                    } | null;
                }[] | null;
                /** @description ARN of the IAM role that the endpoint runs as, where it has one of its own. */
                execution_role_arn?: string | null;
                /** @description The VPC that the instances are attached to. */
                vpc_config?: {
                    /** @description Identifiers of the security groups. */
                    security_group_ids?: string[] | null;
                    /** @description Identifiers of the subnets. */
                    subnets?: string[] | null;
                } | null;
                /** @description Whether the containers are cut off from the network. */
                enable_network_isolation?: boolean | null;
                /** @description Which metrics the endpoint publishes. */
                metrics_config?: {
                    /** @description Whether metrics of instances and containers are published. */
                    enable_enhanced_metrics?: boolean | null;
                    /** @description Whether detailed metrics are published. */
                    enable_detailed_observability?: boolean | null;
                    /**
                     * Format: int32
                     * @description Seconds between two values of a metric.
                     */
                    metric_publish_frequency_in_seconds?: number | null;
                } | null;
            } | null;
            /** @description Name of the endpoint configuration that is deployed. */
            endpoint_config_name?: string | null;
            /** @description Name of the endpoint, in its own spelling. */
            endpoint_name?: string | null;
            /**
             * @description What the endpoint does: InService, or how it comes to be or ceases to be so.
             * @example Creating
             * @example Deleting
             * @example Failed
             * @example InService
             * @example OutOfService
             * @example RollingBack
             * @example SystemUpdating
             * @example UpdateRollbackFailed
             * @example Updating
             */
            endpoint_status?: string | null;
            /** @description How answers are explained. */
            explainer_config?: {
                /** @description The explainer SageMaker Clarify. */
                clarify_explainer_config?: {
                    /** @description JMESPath expression that says which requests are explained. */
                    enable_explanations?: string | null;
                    /** @description How the container is called for explanations. */
                    inference_config?: {
                        /** @description Place of the features in a JSON request. */
                        features_attribute?: string | null;
                        /** @description Template of a JSON request. */
                        content_template?: string | null;
                        /**
                         * Format: int32
                         * @description Most records in a request.
                         */
                        max_record_count?: number | null;
                        /**
                         * Format: int32
                         * @description Most megabytes in a request.
                         */
                        max_payload_in_mb?: number | null;
                        /**
                         * Format: int32
                         * @description Column of the probability in a CSV answer.
                         */
                        probability_index?: number | null;
                        /**
                         * Format: int32
                         * @description Column of the label in a CSV answer.
                         */
                        label_index?: number | null;
                        /** @description Place of the probability in a JSON answer. */
                        probability_attribute?: string | null;
                        /** @description Place of the label in a JSON answer. */
                        label_attribute?: string | null;
                        /** @description Names of the labels. */
                        label_headers?: string[] | null;
                        /** @description Names of the features. */
                        feature_headers?: string[] | null;
                        /** @description Types of the features. */
                        feature_types?: string[] | null;
                    } | null;
                    /** @description How SHAP values are calculated. */
                    shap_config?: {
                        /** @description The baseline. */
                        shap_baseline_config?: {
                            /** @description Content type of the baseline. */
                            mime_type?: string | null;
                            /** @description The baseline itself. */
                            shap_baseline?: string | null;
                            /** @description S3 location of the baseline. */
                            shap_baseline_uri?: string | null;
                        } | null;
                        /**
                         * Format: int32
                         * @description Number of samples.
                         */
                        number_of_samples?: number | null;
                        /** @description Whether values are in log-odds. */
                        use_logit?: boolean | null;
                        /**
                         * Format: int32
                         * @description Seed of the random numbers.
                         */
                        seed?: number | null;
                        /** @description How text is explained. */
                        text_config?: {
                            /**
                             * @description Language of the text, as a code of two or three letters.
                             * @example af
                             * @example ar
                             * @example bg
                             * @example bn
                             * @example ca
                             * @example cs
                             * @example da
                             * @example de
                             * @example el
                             * @example en
                             * @example es
                             * @example et
                             * @example eu
                             * @example fa
                             * @example fi
                             * @example fr
                             * @example ga
                             * @example gu
                             * @example he
                             * @example hi
                             * @example hr
                             * @example hu
                             * @example hy
                             * @example id
                             * @example is
                             * @example it
                             * @example kn
                             * @example ky
                             * @example lb
                             * @example lij
                             * @example lt
                             * @example lv
                             * @example mk
                             * @example ml
                             * @example mr
                             * @example nb
                             * @example ne
                             * @example nl
                             * @example pl
                             * @example pt
                             * @example ro
                             * @example ru
                             * @example sa
                             * @example si
                             * @example sk
                             * @example sl
                             * @example sq
                             * @example sr
                             * @example sv
                             * @example ta
                             * @example te
                             * @example tl
                             * @example tn
                             * @example tr
                             * @example tt
                             * @example uk
                             * @example ur
                             * @example xx
                             * @example yo
                             * @example zh
                             */
                            language?: string | null;
                            /**
                             * @description Unit of text that a value is for.
                             * @example paragraph
                             * @example sentence
                             * @example token
                             */
                            granularity?: string | null;
                        } | null;
                    } | null;
                } | null;
            } | null;
            /** @description Why the endpoint failed, where it did. */
            failure_reason?: string | null;
            /** @description How the last update was deployed. */
            last_deployment_config?: {
                /** @description How traffic was shifted to a new fleet. */
                blue_green_update_policy?: {
                    /** @description In which steps. */
                    traffic_routing_configuration?: {
                        /**
                         * @description All at once, after a canary, or in equal steps.
                         * @example ALL_AT_ONCE
                         * @example CANARY
                         * @example LINEAR
                         */
                        type?: string | null;
                        /**
                         * Format: int32
                         * @description Seconds to wait after each step.
                         */
                        wait_interval_in_seconds?: number | null;
                        /** @description Size of the first step. */
                        canary_size?: {
                            /**
                             * @description Whether the value counts instances or is in percent.
                             * @example CAPACITY_PERCENT
                             * @example INSTANCE_COUNT
                             */
                            type?: string | null;
                            /**
                             * Format: int32
                             * @description Number of instances, or percentage of the fleet.
                             */
                            value?: number | null;
                        } | null;
                        /** @description Size of each step. */
                        linear_step_size?: {
                            /**
                             * @description Whether the value counts instances or is in percent.
                             * @example CAPACITY_PERCENT
                             * @example INSTANCE_COUNT
                             */
                            type?: string | null;
                            /**
                             * Format: int32
                             * @description Number of instances, or percentage of the fleet.
                             */
                            value?: number | null;
                        } | null;
                    } | null;
                    /**
                     * Format: int32
                     * @description Seconds to wait before the old fleet is terminated.
                     */
                    termination_wait_in_seconds?: number | null;
                    /**
                     * Format: int32
                     * @description Longest time of the deployment in seconds.
                     */
                    maximum_execution_timeout_in_seconds?: number | null;
                } | null;
                /** @description How instances were replaced batch by batch. */
                rolling_update_policy?: {
                    /** @description Size of each batch. */
                    maximum_batch_size?: {
                        /**
                         * @description Whether the value counts instances or is in percent.
                         * @example CAPACITY_PERCENT
                         * @example INSTANCE_COUNT
                         */
                        type?: string | null;
                        /**
                         * Format: int32
                         * @description Number of instances, or percentage of the fleet.
                         */
                        value?: number | null;
                    } | null;
                    /**
                     * Format: int32
                     * @description Seconds to wait after each batch.
                     */
                    wait_interval_in_seconds?: number | null;
                    /**
                     * Format: int32
                     * @description Longest time of the deployment in seconds.
                     */
                    maximum_execution_timeout_in_seconds?: number | null;
                    /** @description Size of each batch of a rollback. */
                    rollback_maximum_batch_size?: {
                        /**
                         * @description Whether the value counts instances or is in percent.
                         * @example CAPACITY_PERCENT
                         * @example INSTANCE_COUNT
                         */
                        type?: string | null;
                        /**
                         * Format: int32
                         * @description Number of instances, or percentage of the fleet.
                         */
                        value?: number | null;
                    } | null;
                } | null;
                /** @description What rolls the deployment back. */
                auto_rollback_configuration?: {
                    /** @description The alarms that do. */
                    alarms?: {
                        /** @description Name of the CloudWatch alarm. */
                        alarm_name?: string | null;
                    }[] | null;
                } | null;
            } | null;
            /**
             * Format: date-time
             * @description When the endpoint last changed, be it by an update or by scaling.
             */
            last_modified_time?: string | null;
            /** @description Which metrics the endpoint publishes. */
            metrics_config?: {
                /** @description Whether metrics of instances and containers are published. */
                enable_enhanced_metrics?: boolean | null;
                /** @description Whether detailed metrics are published. */
                enable_detailed_observability?: boolean | null;
                /**
                 * Format: int32
                 * @description Seconds between two values of a metric.
                 */
                metric_publish_frequency_in_seconds?: number | null;
            } | null;
            /** @description The deployment that is under way. */
            pending_deployment_summary?: {
                /** @description Name of the configuration that is being deployed. */
                endpoint_config_name?: string | null;
                /** @description The variants that are being deployed. */
                production_variants?: {
                    /** @description Name of the variant. */
                    variant_name?: string | null;
                    /** @description The images that run. */
                    deployed_images?: {
                        /** @description Registry path as it was asked for. */
                        specified_image?: string | null;
                        /** @description Registry path with the digest that it stood for. */
                        resolved_image?: string | null;
                        /**
                         * Format: date-time
                         * @description When the digest was found.
                         */
                        resolution_time?: string | null;
                    }[] | null;
                    /** @description Weight by which it gets requests. */
                    current_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                    /** @description Weight that was asked for. */
                    desired_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                    /**
                     * Format: int32
                     * @description Number of instances that run.
                     */
                    current_instance_count?: number | null;
                    /**
                     * Format: int32
                     * @description Number of instances that was asked for.
                     */
                    desired_instance_count?: number | null;
                    /** @description The instances, where they are of several types. */
                    instance_pools?: {
                        /** @description Instance type. */
                        instance_type?: string | null;
                        /**
                         * Format: int32
                         * @description Number of instances that run.
                         */
                        current_instance_count?: number | null;
                    }[] | null;
                    /** @description What is being done with the variant. */
                    variant_status?: {
                        /**
                         * @description The activity.
                         * @example ActivatingTraffic
                         * @example Baking
                         * @example Creating
                         * @example Deleting
                         * @example Updating
                         */
                        status?: string | null;
                        /** @description Message about it. */
                        status_message?: string | null;
                        /**
                         * Format: date-time
                         * @description When it began.
                         */
                        start_time?: string | null;
                    }[] | null;
                    /** @description Serverless capacity at present. */
                    current_serverless_config?: {
                        /**
                         * Format: int32
                         * @description Memory in MB.
                         */
                        memory_size_in_mb?: number | null;
                        /**
                         * Format: int32
                         * @description Most requests at a time.
                         */
                        max_concurrency?: number | null;
                        /**
                         * Format: int32
                         * @description Requests at a time for which capacity is kept ready.
                         */
                        provisioned_concurrency?: number | null;
                    } | null;
                    /** @description Serverless capacity that was asked for. */
                    desired_serverless_config?: {
                        /**
                         * Format: int32
                         * @description Memory in MB.
                         */
                        memory_size_in_mb?: number | null;
                        /**
                         * Format: int32
                         * @description Most requests at a time.
                         */
                        max_concurrency?: number | null;
                        /**
                         * Format: int32
                         * @description Requests at a time for which capacity is kept ready.
                         */
                        provisioned_concurrency?: number | null;
                    } | null;
                    /** @description How SageMaker scales the instances by itself. */
                    managed_instance_scaling?: {
                        /**
                         * @description Whether it does: ENABLED or DISABLED.
                         * @example DISABLED
                         * @example ENABLED
                         */
                        status?: string | null;
                        /**
                         * Format: int32
                         * @description Fewest instances.
                         */
                        min_instance_count?: number | null;
                        /**
                         * Format: int32
                         * @description Most instances.
                         */
                        max_instance_count?: number | null;
                        /** @description How instances are removed. */
                        scale_in_policy?: {
                            /**
                             * @description Which ones: CONSOLIDATION or IDLE_RELEASE.
                             * @example CONSOLIDATION
                             * @example IDLE_RELEASE
                             */
                            strategy?: string | null;
                            /**
                             * Format: int32
                             * @description Most instances that are removed at a time.
                             */
                            maximum_step_size?: number | null;
                            /**
                             * Format: int32
                             * @description Minutes between two removals.
                             */
                            cooldown_in_minutes?: number | null;
                        } | null;
                    } | null;
                    /** @description How requests are shared among the instances. */
                    routing_config?: {
                        /**
                         * @description At random, to the least busy, or by the beginning of the prompt.
                         * @example LEAST_OUTSTANDING_REQUESTS
                         * @example PREFIX_AWARE
                         * @example RANDOM
                         */
                        routing_strategy?: string | null;
                        /** @description Sharing by the beginning of the prompt. */
                        prefix_aware_routing_config?: {
                            /**
                             * Format: int32
                             * @description Length of the beginning that counts.
                             */
                            prefix_length?: number | null;
                            /**
                             * Format: int32
                             * @description Requests at a time from which the least busy instance is taken.
                             */
                            concurrency_threshold?: number | null;
                        } | null;
                    } | null;
                    /** @description Instance type. */
                    instance_type?: string | null;
                    /** @description Elastic Inference accelerator on each instance. */
                    accelerator_type?: string | null;
                }[] | null;
                /**
                 * Format: date-time
                 * @description When the deployment began.
                 */
                start_time?: string | null;
                /** @description The shadow variants that are being deployed. */
                shadow_production_variants?: {
                    /** @description Name of the variant. */
                    variant_name?: string | null;
                    /** @description The images that run. */
                    deployed_images?: {
                        /** @description Registry path as it was asked for. */
                        specified_image?: string | null;
                        /** @description Registry path with the digest that it stood for. */
                        resolved_image?: string | null;
                        /**
                         * Format: date-time
                         * @description When the digest was found.
                         */
                        resolution_time?: string | null;
                    }[] | null;
                    /** @description Weight by which it gets requests. */
                    current_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                    /** @description Weight that was asked for. */
                    desired_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                    /**
                     * Format: int32
                     * @description Number of instances that run.
                     */
                    current_instance_count?: number | null;
                    /**
                     * Format: int32
                     * @description Number of instances that was asked for.
                     */
                    desired_instance_count?: number | null;
                    /** @description The instances, where they are of several types. */
                    instance_pools?: {
                        /** @description Instance type. */
                        instance_type?: string | null;
                        /**
                         * Format: int32
                         * @description Number of instances that run.
                         */
                        current_instance_count?: number | null;
                    }[] | null;
                    /** @description What is being done with the variant. */
                    variant_status?: {
                        /**
                         * @description The activity.
                         * @example ActivatingTraffic
                         * @example Baking
                         * @example Creating
                         * @example Deleting
                         * @example Updating
                         */
                        status?: string | null;
                        /** @description Message about it. */
                        status_message?: string | null;
                        /**
                         * Format: date-time
                         * @description When it began.
                         */
                        start_time?: string | null;
                    }[] | null;
                    /** @description Serverless capacity at present. */
                    current_serverless_config?: {
                        /**
                         * Format: int32
                         * @description Memory in MB.
                         */
                        memory_size_in_mb?: number | null;
                        /**
                         * Format: int32
                         * @description Most requests at a time.
                         */
                        max_concurrency?: number | null;
                        /**
                         * Format: int32
                         * @description Requests at a time for which capacity is kept ready.
                         */
                        provisioned_concurrency?: number | null;
                    } | null;
                    /** @description Serverless capacity that was asked for. */
                    desired_serverless_config?: {
                        /**
                         * Format: int32
                         * @description Memory in MB.
                         */
                        memory_size_in_mb?: number | null;
                        /**
                         * Format: int32
                         * @description Most requests at a time.
                         */
                        max_concurrency?: number | null;
                        /**
                         * Format: int32
                         * @description Requests at a time for which capacity is kept ready.
                         */
                        provisioned_concurrency?: number | null;
                    } | null;
                    /** @description How SageMaker scales the instances by itself. */
                    managed_instance_scaling?: {
                        /**
                         * @description Whether it does: ENABLED or DISABLED.
                         * @example DISABLED
                         * @example ENABLED
                         */
                        status?: string | null;
                        /**
                         * Format: int32
                         * @description Fewest instances.
                         */
                        min_instance_count?: number | null;
                        /**
                         * Format: int32
                         * @description Most instances.
                         */
                        max_instance_count?: number | null;
                        /** @description How instances are removed. */
                        scale_in_policy?: {
                            /**
                             * @description Which ones: CONSOLIDATION or IDLE_RELEASE.
                             * @example CONSOLIDATION
                             * @example IDLE_RELEASE
                             */
                            strategy?: string | null;
                            /**
                             * Format: int32
                             * @description Most instances that are removed at a time.
                             */
                            maximum_step_size?: number | null;
                            /**
                             * Format: int32
                             * @description Minutes between two removals.
                             */
                            cooldown_in_minutes?: number | null;
                        } | null;
                    } | null;
                    /** @description How requests are shared among the instances. */
                    routing_config?: {
                        /**
                         * @description At random, to the least busy, or by the beginning of the prompt.
                         * @example LEAST_OUTSTANDING_REQUESTS
                         * @example PREFIX_AWARE
                         * @example RANDOM
                         */
                        routing_strategy?: string | null;
                        /** @description Sharing by the beginning of the prompt. */
                        prefix_aware_routing_config?: {
                            /**
                             * Format: int32
                             * @description Length of the beginning that counts.
                             */
                            prefix_length?: number | null;
                            /**
                             * Format: int32
                             * @description Requests at a time from which the least busy instance is taken.
                             */
                            concurrency_threshold?: number | null;
                        } | null;
                    } | null;
                    /** @description Instance type. */
                    instance_type?: string | null;
                    /** @description Elastic Inference accelerator on each instance. */
                    accelerator_type?: string | null;
                }[] | null;
            } | null;
            /** @description The variants that answer requests. */
            production_variants?: {
                /** @description Name of the variant. */
                variant_name?: string | null;
                /** @description The images that run. */
                deployed_images?: {
                    /** @description Registry path as it was asked for. */
                    specified_image?: string | null;
                    /** @description Registry path with the digest that it stood for. */
                    resolved_image?: string | null;
                    /**
                     * Format: date-time
                     * @description When the digest was found.
                     */
                    resolution_time?: string | null;
                }[] | null;
                /** @description Weight by which it gets requests. */
                current_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                /** @description Weight that was asked for. */
                desired_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                /**
                 * Format: int32
                 * @description Number of instances that run.
                 */
                current_instance_count?: number | null;
                /**
                 * Format: int32
                 * @description Number of instances that was asked for.
                 */
                desired_instance_count?: number | null;
                /** @description The instances, where they are of several types. */
                instance_pools?: {
                    /** @description Instance type. */
                    instance_type?: string | null;
                    /**
                     * Format: int32
                     * @description Number of instances that run.
                     */
                    current_instance_count?: number | null;
                }[] | null;
                /** @description What is being done with the variant. */
                variant_status?: {
                    /**
                     * @description The activity.
                     * @example ActivatingTraffic
                     * @example Baking
                     * @example Creating
                     * @example Deleting
                     * @example Updating
                     */
                    status?: string | null;
                    /** @description Message about it. */
                    status_message?: string | null;
                    /**
                     * Format: date-time
                     * @description When it began.
                     */
                    start_time?: string | null;
                }[] | null;
                /** @description Serverless capacity at present. */
                current_serverless_config?: {
                    /**
                     * Format: int32
                     * @description Memory in MB.
                     */
                    memory_size_in_mb?: number | null;
                    /**
                     * Format: int32
                     * @description Most requests at a time.
                     */
                    max_concurrency?: number | null;
                    /**
                     * Format: int32
                     * @description Requests at a time for which capacity is kept ready.
                     */
                    provisioned_concurrency?: number | null;
                } | null;
                /** @description Serverless capacity that was asked for. */
                desired_serverless_config?: {
                    /**
                     * Format: int32
                     * @description Memory in MB.
                     */
                    memory_size_in_mb?: number | null;
                    /**
                     * Format: int32
                     * @description Most requests at a time.
                     */
                    max_concurrency?: number | null;
                    /**
                     * Format: int32
                     * @description Requests at a time for which capacity is kept ready.
                     */
                    provisioned_concurrency?: number | null;
                } | null;
                /** @description How SageMaker scales the instances by itself. */
                managed_instance_scaling?: {
                    /**
                     * @description Whether it does: ENABLED or DISABLED.
                     * @example DISABLED
                     * @example ENABLED
                     */
                    status?: string | null;
                    /**
                     * Format: int32
                     * @description Fewest instances.
                     */
                    min_instance_count?: number | null;
                    /**
                     * Format: int32
                     * @description Most instances.
                     */
                    max_instance_count?: number | null;
                    /** @description How instances are removed. */
                    scale_in_policy?: {
                        /**
                         * @description Which ones: CONSOLIDATION or IDLE_RELEASE.
                         * @example CONSOLIDATION
                         * @example IDLE_RELEASE
                         */
                        strategy?: string | null;
                        /**
                         * Format: int32
                         * @description Most instances that are removed at a time.
                         */
                        maximum_step_size?: number | null;
                        /**
                         * Format: int32
                         * @description Minutes between two removals.
                         */
                        cooldown_in_minutes?: number | null;
                    } | null;
                } | null;
                /** @description How requests are shared among the instances. */
                routing_config?: {
                    /**
                     * @description At random, to the least busy, or by the beginning of the prompt.
                     * @example LEAST_OUTSTANDING_REQUESTS
                     * @example PREFIX_AWARE
                     * @example RANDOM
                     */
                    routing_strategy?: string | null;
                    /** @description Sharing by the beginning of the prompt. */
                    prefix_aware_routing_config?: {
                        /**
                         * Format: int32
                         * @description Length of the beginning that counts.
                         */
                        prefix_length?: number | null;
                        /**
                         * Format: int32
                         * @description Requests at a time from which the least busy instance is taken.
                         */
                        concurrency_threshold?: number | null;
                    } | null;
                } | null;
                /** @description The reserved capacity that the instances use. */
                capacity_reservation_config?: {
                    /** @description ARN of the reservation. */
                    ml_reservation_arn?: string | null;
                    /**
                     * @description Whether other capacity is used too.
                     * @example capacity-reservations-only
                     */
                    capacity_reservation_preference?: string | null;
                    /**
                     * Format: int32
                     * @description Instances that are reserved.
                     */
                    total_instance_count?: number | null;
                    /**
                     * Format: int32
                     * @description Instances of the reservation that are free.
                     */
                    available_instance_count?: number | null;
                    /**
                     * Format: int32
                     * @description Instances of the reservation that this endpoint uses.
                     */
                    used_by_current_endpoint?: number | null;
                    /** @description The EC2 reservations behind it. */
                    ec2_capacity_reservations?: {
                        /** @description Identifier of the EC2 reservation. */
                        ec2_capacity_reservation_id?: string | null;
                        /**
                         * Format: int32
                         * @description Instances that are reserved.
                         */
                        total_instance_count?: number | null;
                        /**
                         * Format: int32
                         * @description Instances of the reservation that are free.
                         */
                        available_instance_count?: number | null;
                        /**
                         * Format: int32
                         * @description Instances of the reservation that this endpoint uses.
                         */
                        used_by_current_endpoint?: number | null;
                    }[] | null;
                } | null;
            }[] | null;
            /** @description The variants that get a copy of requests and whose answers are discarded. */
            shadow_production_variants?: {
                /** @description Name of the variant. */
                variant_name?: string | null;
                /** @description The images that run. */
                deployed_images?: {
                    /** @description Registry path as it was asked for. */
                    specified_image?: string | null;
                    /** @description Registry path with the digest that it stood for. */
                    resolved_image?: string | null;
                    /**
                     * Format: date-time
                     * @description When the digest was found.
                     */
                    resolution_time?: string | null;
                }[] | null;
                /** @description Weight by which it gets requests. */
                current_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                /** @description Weight that was asked for. */
                desired_weight?: number | ("NaN" | "Infinity" | "-Infinity") | null;
                /**
                 * Format: int32
                 * @description Number of instances that run.
                 */
                current_instance_count?: number | null;
                /**
                 * Format: int32
                 * @description Number of instances that was asked for.
                 */
                desired_instance_count?: number | null;
                /** @description The instances, where they are of several types. */
                instance_pools?: {
                    /** @description Instance type. */
                    instance_type?: string | null;
                    /**
                     * Format: int32
                     * @description Number of instances that run.
                     */
                    current_instance_count?: number | null;
                }[] | null;
                /** @description What is being done with the variant. */
                variant_status?: {
                    /**
                     * @description The activity.
                     * @example ActivatingTraffic
                     * @example Baking
                     * @example Creating
                     * @example Deleting
                     * @example Updating
                     */
                    status?: string | null;
                    /** @description Message about it. */
                    status_message?: string | null;
                    /**
                     * Format: date-time
                     * @description When it began.
                     */
                    start_time?: string | null;
                }[] | null;
                /** @description Serverless capacity at present. */
                current_serverless_config?: {
                    /**
                     * Format: int32
                     * @description Memory in MB.
                     */
                    memory_size_in_mb?: number | null;
                    /**
                     * Format: int32
                     * @description Most requests at a time.
                     */
                    max_concurrency?: number | null;
                    /**
                     * Format: int32
                     * @description Requests at a time for which capacity is kept ready.
                     */
                    provisioned_concurrency?: number | null;
                } | null;
                /** @description Serverless capacity that was asked for. */
                desired_serverless_config?: {
                    /**
                     * Format: int32
                     * @description Memory in MB.
                     */
                    memory_size_in_mb?: number | null;
                    /**
                     * Format: int32
                     * @description Most requests at a time.
                     */
                    max_concurrency?: number | null;
                    /**
                     * Format: int32
                     * @description Requests at a time for which capacity is kept ready.
                     */
                    provisioned_concurrency?: number | null;
                } | null;
                /** @description How SageMaker scales the instances by itself. */
                managed_instance_scaling?: {
                    /**
                     * @description Whether it does: ENABLED or DISABLED.
                     * @example DISABLED
                     * @example ENABLED
                     */
                    status?: string | null;
                    /**
                     * Format: int32
                     * @description Fewest instances.
                     */
                    min_instance_count?: number | null;
                    /**
                     * Format: int32
                     * @description Most instances.
                     */
                    max_instance_count?: number | null;
                    /** @description How instances are removed. */
                    scale_in_policy?: {
                        /**
                         * @description Which ones: CONSOLIDATION or IDLE_RELEASE.
                         * @example CONSOLIDATION
                         * @example IDLE_RELEASE
                         */
                        strategy?: string | null;
                        /**
                         * Format: int32
                         * @description Most instances that are removed at a time.
                         */
                        maximum_step_size?: number | null;
                        /**
                         * Format: int32
                         * @description Minutes between two removals.
                         */
                        cooldown_in_minutes?: number | null;
                    } | null;
                } | null;
                /** @description How requests are shared among the instances. */
                routing_config?: {
                    /**
                     * @description At random, to the least busy, or by the beginning of the prompt.
                     * @example LEAST_OUTSTANDING_REQUESTS
                     * @example PREFIX_AWARE
                     * @example RANDOM
                     */
                    routing_strategy?: string | null;
                    /** @description Sharing by the beginning of the prompt. */
                    prefix_aware_routing_config?: {
                        /**
                         * Format: int32
                         * @description Length of the beginning that counts.
                         */
                        prefix_length?: number | null;
                        /**
                         * Format: int32
                         * @description Requests at a time from which the least busy instance is taken.
                         */
                        concurrency_threshold?: number | null;
                    } | null;
                } | null;
                /** @description The reserved capacity that the instances use. */
                capacity_reservation_config?: {
                    /** @description ARN of the reservation. */
                    ml_reservation_arn?: string | null;
                    /**
                     * @description Whether other capacity is used too.
                     * @example capacity-reservations-only
                     */
                    capacity_reservation_preference?: string | null;
                    /**
                     * Format: int32
                     * @description Instances that are reserved.
                     */
                    total_instance_count?: number | null;
                    /**
                     * Format: int32
                     * @description Instances of the reservation that are free.
                     */
                    available_instance_count?: number | null;
                    /**
                     * Format: int32
                     * @description Instances of the reservation that this endpoint uses.
                     */
                    used_by_current_endpoint?: number | null;
                    /** @description The EC2 reservations behind it. */
                    ec2_capacity_reservations?: {
                        /** @description Identifier of the EC2 reservation. */
                        ec2_capacity_reservation_id?: string | null;
                        /**
                         * Format: int32
                         * @description Instances that are reserved.
                         */
                        total_instance_count?: number | null;
                        /**
                         * Format: int32
                         * @description Instances of the reservation that are free.
                         */
                        available_instance_count?: number | null;
                        /**
                         * Format: int32
                         * @description Instances of the reservation that this endpoint uses.
                         */
                        used_by_current_endpoint?: number | null;
                    }[] | null;
                } | null;
            }[] | null;
            /** @description The same tags as an object: values by key. Of several tags of one key the last of the list counts. */
            tag_map?: {
                [key: string]: string | null;
            } | null;
            /** @description Tags, each as key:value. */
            tags?: string[] | null;
            /** @description Name of the AWS account; null where it is not known. */
            account_name?: string | null;
            /** @description The team that the resource belongs to, by the rules of ownership; null where none applies. */
            owner?: string | null;
            /** @description Name of the rule that decided the owner. */
            owner_rule?: string | null;
            /** @description AWS region, from the ARN. */
            region?: string;
            /**
             * @description described: every column is read; searched: the columns that Search lacks are not read yet.
             * @example described
             * @example searched
             */
            completeness?: string;
            /**
             * Format: date-time
             * @description When sagecat first saw the resource.
             */
            first_seen_at?: string;
            /**
             * Format: date-time
             * @description When sagecat first saw the present content.
             */
            changed_at?: string;
            /**
             * Format: date-time
             * @description When a describe last gave the row new content.
             */
            described_at?: string | null;
            /**
             * Format: date-time
             * @description When sagecat found that the resource is gone; null while it exists.
             */
            deleted_at?: string | null;
            /** @description Paths of the fields in which secrets were masked. */
            masked_fields?: string[] | null;
        };
        /**
         * SageMaker transform job
         * @description Batch transform jobs of Amazon SageMaker: which model transformed what data, on what, and how it ended.
         */
        aws_sagemaker_transformjob: {
            /** @description Identifier of the AWS account, from the ARN. */
            account_id: string | null;
            /** @description ARN of the AutoML job that started this job. */
            auto_ml_job_arn: string | null;
            /**
             * @description Whether a request has one record or several: SingleRecord or MultiRecord.
             * @example MultiRecord
             * @example SingleRecord
             */
            batch_strategy: string | null;
            /**
             * Format: date-time
             * @description When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.
             */
            creation_time: string | null;
            /** @description What of requests and responses is captured. */
            data_capture_config: {
                /** @description S3 location of what is captured. */
                destination_s3_uri?: string | null;
                /** @description KMS key that encrypts what is captured. */
                kms_key_id?: string | null;
                /** @description Whether each record gets an identifier. */
                generate_inference_id?: boolean | null;
            } | null;
            /** @description How input and output are filtered and joined. */
            data_processing: {
                /** @description JSONPath of the part of the input that the model gets. */
                input_filter?: string | null;
                /** @description JSONPath of the part of the result that is written. */
                output_filter?: string | null;
                /**
                 * @description What the result is joined with: Input or None.
                 * @example Input
                 * @example None
                 */
                join_source?: string | null;
            } | null;
            /** @description Environment variables of the container. */
            environment: {
                [key: string]: string;
            } | null;
            /** @description The experiment that the job belongs to. */
            experiment_config: {
                /** @description Name of the experiment. */
                experiment_name?: string | null;
                /** @description Name of the trial within the experiment. */
                trial_name?: string | null;
                /** @description Name shown for the job’s trial component. */
                trial_component_display_name?: string | null;
                /** @description Name of the experiment’s run. */
                run_name?: string | null;
            } | null;
            /** @description Why the job failed, where it did. */
            failure_reason: string | null;
            /** @description ARN of the labeling job that started this job. */
            labeling_job_arn: string | null;
            /**
             * Format: int32
             * @description Most requests at a time to each instance.
             */
            max_concurrent_transforms: number | null;
            /**
             * Format: int32
             * @description Largest request in MB.
             */
            max_payload_in_mb: number | null;
            /** @description How long and how often the model is asked. */
            model_client_config: {
                /**
                 * Format: int32
                 * @description Longest wait for a response in seconds.
                 */
                invocations_timeout_in_seconds?: number | null;
                /**
                 * Format: int32
                 * @description Most retries of a request.
                 */
                invocations_max_retries?: number | null;
            } | null;
            /** @description Model that transforms the data. */
            model_name: string | null;
            /** @description The same tags as an object: values by key. Of several tags of one key the last of the list counts. */
            tag_map: {
                [key: string]: string;
            } | null;
            /** @description Tags, each as key:value. */
            tags: string[] | null;
            /**
             * Format: date-time
             * @description When the job ended on the instances, or failed.
             */
            transform_end_time: string | null;
            /** @description The data that is transformed. */
            transform_input: {
                /** @description Where the data is. */
                data_source?: {
                    /** @description Data in S3. */
                    s3_data_source?: {
                        /**
                         * @description What the URI names.
                         * @example AugmentedManifestFile
                         * @example Converse
                         * @example ManifestFile
                         * @example S3Prefix
                         */
                        s3_data_type?: string | null;
                        /** @description Prefix or manifest in S3. */
                        s3_uri?: string | null;
                    } | null;
                } | null;
                /** @description MIME type of the data. */
                content_type?: string | null;
                /**
                 * @description Compression of the data: Gzip or None.
                 * @example Gzip
                 * @example None
                 */
                compression_type?: string | null;
                /**
                 * @description How files are split into records.
                 * @example Line
                 * @example None
                 * @example RecordIO
                 * @example TFRecord
                 */
                split_type?: string | null;
            } | null;
            /** @description ARN of the job; holds its name in lower case. */
            transform_job_arn: string | null;
            /** @description Name of the job, in its own spelling. */
            transform_job_name: string | null;
            /**
             * @description InProgress, Completed, Failed, Stopping or Stopped.
             * @example InProgress
             * @example Completed
             * @example Failed
             * @example Stopping
             * @example Stopped
             */
            transform_job_status: string | null;
            /** @description Where the result goes. */
            transform_output: {
                /** @description Prefix in S3 that receives the result. */
                s3_output_path?: string | null;
                /** @description MIME type of the result. */
                accept?: string | null;
                /**
                 * @description How records are joined into a file: Line or None.
                 * @example Line
                 * @example None
                 */
                assemble_with?: string | null;
                /** @description KMS key that encrypts the result. */
                kms_key_id?: string | null;
            } | null;
            /** @description What the job runs on. */
            transform_resources: {
                /** @description Instance type. */
                instance_type?: string | null;
                /**
                 * Format: int32
                 * @description Number of instances.
                 */
                instance_count?: number | null;
                /** @description KMS key that encrypts the volumes. */
                volume_kms_key_id?: string | null;
                /** @description Version of the machine image of the instances. */
                transform_ami_version?: string | null;
            } | null;
            /**
             * Format: date-time
             * @description When the job began on the instances.
             */
            transform_start_time: string | null;
            /** @description Name of the AWS account; null where it is not known. */
            account_name: string | null;
            /** @description The team that the resource belongs to, by the rules of ownership; null where none applies. */
            owner: string | null;
            /** @description Name of the rule that decided the owner. */
            owner_rule: string | null;
            /** @description AWS region, from the ARN. */
            region: string;
            /**
             * @description described: every column is read; searched: the columns that Search lacks are not read yet.
             * @example described
             * @example searched
             */
            completeness: string;
            /**
             * Format: date-time
             * @description When sagecat first saw the resource.
             */
            first_seen_at: string;
            /**
             * Format: date-time
             * @description When sagecat first saw the present content.
             */
            changed_at: string;
            /**
             * Format: date-time
             * @description When a describe last gave the row new content.
             */
            described_at: string | null;
            /**
             * Format: date-time
             * @description When sagecat found that the resource is gone; null while it exists.
             */
            deleted_at: string | null;
            /** @description Paths of the fields in which secrets were masked. */
            masked_fields: string[] | null;
        };
        /**
         * SageMaker transform job
         * @description The fields that were asked for.
         */
        aws_sagemaker_transformjob_fields: {
            /** @description Identifier of the AWS account, from the ARN. */
            account_id?: string | null;
            /** @description ARN of the AutoML job that started this job. */
            auto_ml_job_arn?: string | null;
            /**
             * @description Whether a request has one record or several: SingleRecord or MultiRecord.
             * @example MultiRecord
             * @example SingleRecord
             */
            batch_strategy?: string | null;
            /**
             * Format: date-time
             * @description When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.
             */
            creation_time?: string | null;
            /** @description What of requests and responses is captured. */
            data_capture_config?: {
                /** @description S3 location of what is captured. */
                destination_s3_uri?: string | null;
                /** @description KMS key that encrypts what is captured. */
                kms_key_id?: string | null;
                /** @description Whether each record gets an identifier. */
                generate_inference_id?: boolean | null;
            } | null;
            /** @description How input and output are filtered and joined. */
            data_processing?: {
                /** @description JSONPath of the part of the input that the model gets. */
                input_filter?: string | null;
                /** @description JSONPath of the part of the result that is written. */
                output_filter?: string | null;
                /**
                 * @description What the result is joined with: Input or None.
                 * @example Input
                 * @example None
                 */
                join_source?: string | null;
            } | null;
            /** @description Environment variables of the container. */
            environment?: {
                [key: string]: string | null;
            } | null;
            /** @description The experiment that the job belongs to. */
            experiment_config?: {
                /** @description Name of the experiment. */
                experiment_name?: string | null;
                /** @description Name of the trial within the experiment. */
                trial_name?: string | null;
                /** @description Name shown for the job’s trial component. */
                trial_component_display_name?: string | null;
                /** @description Name of the experiment’s run. */
                run_name?: string | null;
            } | null;
            /** @description Why the job failed, where it did. */
            failure_reason?: string | null;
            /** @description ARN of the labeling job that started this job. */
            labeling_job_arn?: string | null;
            /**
             * Format: int32
             * @description Most requests at a time to each instance.
             */
            max_concurrent_transforms?: number | null;
            /**
             * Format: int32
             * @description Largest request in MB.
             */
            max_payload_in_mb?: number | null;
            /** @description How long and how often the model is asked. */
            model_client_config?: {
                /**
                 * Format: int32
                 * @description Longest wait for a response in seconds.
                 */
                invocations_timeout_in_seconds?: number | null;
                /**
                 * Format: int32
                 * @description Most retries of a request.
                 */
                invocations_max_retries?: number | null;
            } | null;
            /** @description Model that transforms the data. */
            model_name?: string | null;
            /** @description The same tags as an object: values by key. Of several tags of one key the last of the list counts. */
            tag_map?: {
                [key: string]: string | null;
            } | null;
            /** @description Tags, each as key:value. */
            tags?: string[] | null;
            /**
             * Format: date-time
             * @description When the job ended on the instances, or failed.
             */
            transform_end_time?: string | null;
            /** @description The data that is transformed. */
            transform_input?: {
                /** @description Where the data is. */
                data_source?: {
                    /** @description Data in S3. */
                    s3_data_source?: {
                        /**
                         * @description What the URI names.
                         * @example AugmentedManifestFile
                         * @example Converse
                         * @example ManifestFile
                         * @example S3Prefix
                         */
                        s3_data_type?: string | null;
                        /** @description Prefix or manifest in S3. */
                        s3_uri?: string | null;
                    } | null;
                } | null;
                /** @description MIME type of the data. */
                content_type?: string | null;
                /**
                 * @description Compression of the data: Gzip or None.
                 * @example Gzip
                 * @example None
                 */
                compression_type?: string | null;
                /**
                 * @description How files are split into records.
                 * @example Line
                 * @example None
                 * @example RecordIO
                 * @example TFRecord
                 */
                split_type?: string | null;
            } | null;
            /** @description ARN of the job; holds its name in lower case. */
            transform_job_arn?: string | null;
            /** @description Name of the job, in its own spelling. */
            transform_job_name?: string | null;
            /**
             * @description InProgress, Completed, Failed, Stopping or Stopped.
             * @example InProgress
             * @example Completed
             * @example Failed
             * @example Stopping
             * @example Stopped
             */
            transform_job_status?: string | null;
            /** @description Where the result goes. */
            transform_output?: {
                /** @description Prefix in S3 that receives the result. */
                s3_output_path?: string | null;
                /** @description MIME type of the result. */
                accept?: string | null;
                /**
                 * @description How records are joined into a file: Line or None.
                 * @example Line
                 * @example None
                 */
                assemble_with?: string | null;
                /** @description KMS key that encrypts the result. */
                kms_key_id?: string | null;
            } | null;
            /** @description What the job runs on. */
            transform_resources?: {
                /** @description Instance type. */
                instance_type?: string | null;
                /**
                 * Format: int32
                 * @description Number of instances.
                 */
                instance_count?: number | null;
                /** @description KMS key that encrypts the volumes. */
                volume_kms_key_id?: string | null;
                /** @description Version of the machine image of the instances. */
                transform_ami_version?: string | null;
            } | null;
            /**
             * Format: date-time
             * @description When the job began on the instances.
             */
            transform_start_time?: string | null;
            /** @description Name of the AWS account; null where it is not known. */
            account_name?: string | null;
            /** @description The team that the resource belongs to, by the rules of ownership; null where none applies. */
            owner?: string | null;
            /** @description Name of the rule that decided the owner. */
            owner_rule?: string | null;
            /** @description AWS region, from the ARN. */
            region?: string;
            /**
             * @description described: every column is read; searched: the columns that Search lacks are not read yet.
             * @example described
             * @example searched
             */
            completeness?: string;
            /**
             * Format: date-time
             * @description When sagecat first saw the resource.
             */
            first_seen_at?: string;
            /**
             * Format: date-time
             * @description When sagecat first saw the present content.
             */
            changed_at?: string;
            /**
             * Format: date-time
             * @description When a describe last gave the row new content.
             */
            described_at?: string | null;
            /**
             * Format: date-time
             * @description When sagecat found that the resource is gone; null while it exists.
             */
            deleted_at?: string | null;
            /** @description Paths of the fields in which secrets were masked. */
            masked_fields?: string[] | null;
        };
        /** @description A problem (RFC 9457). */
        problem: {
            /** @description Kind of problem; about:blank if the status is enough. */
            type: string;
            title: string;
            status: number;
            /** @description What is wrong and what to do. */
            detail?: string;
            /** @description Finds the request in the log. */
            request_id: string;
            /** @description Position in the search query, in characters from 0. */
            offset?: number;
            /** @description The nearest existing name. */
            did_you_mean?: string;
        } & {
            [key: string]: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics, as text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    list_aws_sagemaker_trainingjob: {
        parameters: {
            query?: {
                /** @description Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md. */
                q?: string;
                /** @description Whether to include deleted resources. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
                /** @description Number of rows per page. */
                limit?: number;
                /** @description `next_cursor` of the previous page, with the same query. */
                cursor?: string;
                /** @description A scalar field; a leading `-` means descending. Null sorts below every value. Default: newest first. */
                sort?: string;
                /**
                 * @description Comma-separated fields to return; struct members by their dotted path. Default: all.
                 * @example training_job_name,region,training_job_status
                 */
                fields?: string;
                /** @description Whether to count all rows that match the query. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: (components["schemas"]["aws_sagemaker_trainingjob"] | components["schemas"]["aws_sagemaker_trainingjob_fields"])[];
                        /** @description Cursor of the next page; null on the last one. */
                        next_cursor: string | null;
                        /** @description Number of rows that match the query; only if requested. */
                        total?: number;
                        /** @description The time as of which everything that was ever listed completely is complete; null if nothing was. coverage.never_complete counts the rest. */
                        as_of: string | null;
                        /** @description Coverage of accounts and regions. */
                        coverage: {
                            /** @description Whether the last crawl of every account and region was complete. */
                            complete: boolean;
                            /** @description Accounts and regions that were crawled. */
                            targets: number;
                            /** @description How many of these are complete, partial, denied, unsupported or retired. */
                            by_status: {
                                [key: string]: number;
                            };
                            /** @description Accounts and regions that are crawled but were never listed completely: they have no as_of. */
                            never_complete: number;
                            /** @description A few targets that are not complete, the worst first; /v1/coverage lists all. */
                            incomplete: {
                                resource_type: string;
                                account_id: string;
                                /** @description Null if unknown. */
                                account_name: string | null;
                                region: string;
                                /** @description complete, partial, denied, unsupported or retired. */
                                status: string;
                                /** @description Why the last crawl was not complete. */
                                reason: string | null;
                                as_of: string | null;
                            }[];
                        };
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    facets_aws_sagemaker_trainingjob: {
        parameters: {
            query: {
                /** @description Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md. */
                q?: string;
                /** @description Whether to include deleted resources. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
                /**
                 * @description Comma-separated fields whose values are counted; at most twenty.
                 * @example account_id,region,training_job_status
                 */
                fields: string;
                /** @description Number of values per field. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Number of rows that match the query. */
                        total: number;
                        facets: {
                            field: string;
                            /** @description Most frequent first. A row with several values counts once for each. */
                            values: {
                                value: string | number | boolean | null;
                                count: number;
                            }[];
                            /** @description Number of rows without a value. */
                            missing: number;
                            /** @description Whether there are more values. */
                            truncated: boolean;
                        }[];
                        /** @description The time as of which everything that was ever listed completely is complete; null if nothing was. coverage.never_complete counts the rest. */
                        as_of: string | null;
                        /** @description Coverage of accounts and regions. */
                        coverage: {
                            /** @description Whether the last crawl of every account and region was complete. */
                            complete: boolean;
                            /** @description Accounts and regions that were crawled. */
                            targets: number;
                            /** @description How many of these are complete, partial, denied, unsupported or retired. */
                            by_status: {
                                [key: string]: number;
                            };
                            /** @description Accounts and regions that are crawled but were never listed completely: they have no as_of. */
                            never_complete: number;
                            /** @description A few targets that are not complete, the worst first; /v1/coverage lists all. */
                            incomplete: {
                                resource_type: string;
                                account_id: string;
                                /** @description Null if unknown. */
                                account_name: string | null;
                                region: string;
                                /** @description complete, partial, denied, unsupported or retired. */
                                status: string;
                                /** @description Why the last crawl was not complete. */
                                reason: string | null;
                                as_of: string | null;
                            }[];
                        };
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    aggregate_aws_sagemaker_trainingjob: {
        parameters: {
            query?: {
                /** @description Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md. */
                q?: string;
                /** @description Whether to include deleted resources. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
                /**
                 * @description Comma-separated metrics: count, count(field), sum(field), avg(field), min(field), max(field), p50(field), p99.9(field).
                 * @example count,sum(resource_config.instance_count),p95(resource_config.volume_size_in_gb)
                 */
                metrics?: string;
                /**
                 * @description Comma-separated fields to group by; at most ten.
                 * @example account_id,region
                 */
                group_by?: string;
                /** @description Also groups by time; `bucket` is the start of each bucket. */
                bucket?: "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";
                /** @description The timestamp field of the buckets. Default: the creation time. */
                time_field?: string;
                /** @description The time zone of days, weeks and months. */
                time_zone?: string;
                /** @description The metric that orders the groups; a leading `-` means descending. Default: by bucket and fields. */
                sort?: string;
                /** @description Maximum number of groups. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: {
                            [key: string]: string | number | boolean | null;
                        }[];
                        /** @description Whether there are more groups. */
                        truncated: boolean;
                        /** @description The time as of which everything that was ever listed completely is complete; null if nothing was. coverage.never_complete counts the rest. */
                        as_of: string | null;
                        /** @description Coverage of accounts and regions. */
                        coverage: {
                            /** @description Whether the last crawl of every account and region was complete. */
                            complete: boolean;
                            /** @description Accounts and regions that were crawled. */
                            targets: number;
                            /** @description How many of these are complete, partial, denied, unsupported or retired. */
                            by_status: {
                                [key: string]: number;
                            };
                            /** @description Accounts and regions that are crawled but were never listed completely: they have no as_of. */
                            never_complete: number;
                            /** @description A few targets that are not complete, the worst first; /v1/coverage lists all. */
                            incomplete: {
                                resource_type: string;
                                account_id: string;
                                /** @description Null if unknown. */
                                account_name: string | null;
                                region: string;
                                /** @description complete, partial, denied, unsupported or retired. */
                                status: string;
                                /** @description Why the last crawl was not complete. */
                                reason: string | null;
                                as_of: string | null;
                            }[];
                        };
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    export_aws_sagemaker_trainingjob: {
        parameters: {
            query?: {
                /** @description Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md. */
                q?: string;
                /** @description Whether to include deleted resources. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
                /**
                 * @description Comma-separated fields to return; struct members by their dotted path. Default: all.
                 * @example training_job_name,region,training_job_status
                 */
                fields?: string;
                /** @description ndjson: rows as a list shows them; csv and parquet: a column each field, JSON where it is no scalar. */
                format?: "ndjson" | "csv" | "parquet";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    get_aws_sagemaker_trainingjob_by_name: {
        parameters: {
            query?: {
                /** @description The account: its identifier or its name. */
                account?: string;
                /** @description The region. */
                region?: string;
                /** @description Whether to return deleted resources too. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @description The name, as AWS spells it. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["aws_sagemaker_trainingjob"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Several have that name, or one that may not; the problem says which. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    get_aws_sagemaker_trainingjob: {
        parameters: {
            query?: {
                /** @description Creation time, if several resources have had the ARN. Default: the newest. */
                creation_time?: string;
                /** @description Whether to return deleted resources too. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
                /** @description Answers a manifest or a Terraform configuration instead of the row. ack: ACK TrainingJob with spec and status. ack-adopt: ACK TrainingJob that adopts the existing job. ack-rerun: ACK TrainingJob that runs the job again under a new name. terraform-k8s: data source of the Terraform provider for Kubernetes manifests. terraform-k8s-yaml: the YAML that this data source gives. terraform-aws: aws_sagemaker_training_job of the Terraform AWS provider, imported by identity. terraform-aws-2018: the same resource as a draft of 2018 had it, imported by id. With Accept: application/json the text comes with what it leaves out. */
                format?: "ack" | "ack-adopt" | "ack-rerun" | "terraform-k8s" | "terraform-k8s-yaml" | "terraform-aws" | "terraform-aws-2018";
                /** @description Namespace of the manifest. Only with a format. */
                namespace?: string;
                /** @description Name of the resource that is made again. Only with format=ack-rerun. */
                new_name?: string;
            };
            header?: never;
            path: {
                /** @description The ARN, URL-encoded. */
                arn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["aws_sagemaker_trainingjob"] | {
                        format: string;
                        media_type: string;
                        /** @description The manifest or configuration. */
                        text: string;
                        /** @description Paths of settings that the format cannot hold. */
                        left_out: string[];
                        /** @description Paths of what came of the run, which the format does not say. */
                        outcomes: string[];
                        /** @description What to look at before the text is used. */
                        notes: string[];
                    };
                    "application/yaml": string;
                    "text/x-hcl": string;
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    present_aws_sagemaker_trainingjob: {
        parameters: {
            query?: {
                /** @description Creation time, if several resources have had the ARN. Default: the newest. */
                creation_time?: string;
                /** @description Whether to return deleted resources too. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @description The ARN, URL-encoded. */
                arn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        /** @description Status fields, the main one first. */
                        statuses: string[];
                        /** @description Why it failed. */
                        failure_reason: string | null;
                        /** @description Where the AWS console shows it. */
                        console_url: string | null;
                        /** @description Where the AWS console shows its logs. */
                        logs_url: string | null;
                        /** @description When it ran. */
                        times: {
                            name: string;
                            value: string | number;
                            unit: "seconds" | "time" | null;
                        }[];
                        /** @description Stages that the resource went through, in order. */
                        stages: {
                            /** @description What it is called. */
                            status: string | null;
                            /** @description When it began. */
                            start_time: string | null;
                            /** @description When it ended; null while it lasts. */
                            end_time: string | null;
                            /** @description What the service said of it. */
                            message: string | null;
                        }[];
                        /** @description What is told of its cost beside what it was billed. */
                        costs: {
                            name: string;
                            value: string | number;
                            unit: "seconds" | "time" | null;
                        }[];
                        /** @description Policies that it violates now or is exempted from; empty in an answer about the past. */
                        policies: {
                            /** @description Name of the policy: lower-case letters, digits and hyphens. */
                            name: string;
                            /** @description What must hold, in a sentence. */
                            title: string;
                            /**
                             * @description How much a violation matters: info, low, medium, high or critical.
                             * @default medium
                             * @enum {unknown}
                             */
                            severity: "info" | "low" | "medium" | "high" | "critical";
                            /** @description What to do about a violation. */
                            remedy: string | null;
                            /** @description Who answers for the policy. */
                            contact: string | null;
                            /** @description Whether it is exempted, and would violate the policy otherwise. */
                            is_exempted: boolean;
                        }[];
                        /** @description Further facts, in sections. */
                        sections: {
                            title: string;
                            /** @description Whether the section is about the outcome and not about the request. */
                            is_outcome: boolean;
                            /** @description Whether the names are data, such as names of parameters; there may be many. */
                            is_map: boolean;
                            /** @description Names and values, in the order in which they are read. */
                            facts: {
                                name: string;
                                value: string | number;
                                unit: "seconds" | "time" | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    versions_aws_sagemaker_trainingjob: {
        parameters: {
            query?: {
                /** @description Creation time, if several resources have had the ARN. Default: the newest. */
                creation_time?: string;
                /** @description Only versions in which this field differs, or one within it, and of these only such differences; may be repeated. */
                field?: string | string[];
                /** @description Versions of a page. */
                limit?: number;
                /** @description `next_cursor` of the previous page, with the same query. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The ARN, URL-encoded. */
                arn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: date-time
                             * @description Time at which sagecat saw it.
                             */
                            seen_at: string;
                            /** @description first_seen, changed, deleted or restored. */
                            kind: string;
                            differences: {
                                /** @description Path of the field, e.g. warm_pool_status.status. */
                                field: string;
                                before: unknown;
                                after: unknown;
                            }[];
                        }[];
                        next_cursor: string | null;
                        /** @description Start of the kept history; null if nothing was removed. */
                        history_since: string | null;
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    list_aws_sagemaker_processingjob: {
        parameters: {
            query?: {
                /** @description Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md. */
                q?: string;
                /** @description Whether to include deleted resources. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
                /** @description Number of rows per page. */
                limit?: number;
                /** @description `next_cursor` of the previous page, with the same query. */
                cursor?: string;
                /** @description A scalar field; a leading `-` means descending. Null sorts below every value. Default: newest first. */
                sort?: string;
                /**
                 * @description Comma-separated fields to return; struct members by their dotted path. Default: all.
                 * @example processing_job_name,region,processing_job_status
                 */
                fields?: string;
                /** @description Whether to count all rows that match the query. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: (components["schemas"]["aws_sagemaker_processingjob"] | components["schemas"]["aws_sagemaker_processingjob_fields"])[];
                        /** @description Cursor of the next page; null on the last one. */
                        next_cursor: string | null;
                        /** @description Number of rows that match the query; only if requested. */
                        total?: number;
                        /** @description The time as of which everything that was ever listed completely is complete; null if nothing was. coverage.never_complete counts the rest. */
                        as_of: string | null;
                        /** @description Coverage of accounts and regions. */
                        coverage: {
                            /** @description Whether the last crawl of every account and region was complete. */
                            complete: boolean;
                            /** @description Accounts and regions that were crawled. */
                            targets: number;
                            /** @description How many of these are complete, partial, denied, unsupported or retired. */
                            by_status: {
                                [key: string]: number;
                            };
                            /** @description Accounts and regions that are crawled but were never listed completely: they have no as_of. */
                            never_complete: number;
                            /** @description A few targets that are not complete, the worst first; /v1/coverage lists all. */
                            incomplete: {
                                resource_type: string;
                                account_id: string;
                                /** @description Null if unknown. */
                                account_name: string | null;
                                region: string;
                                /** @description complete, partial, denied, unsupported or retired. */
                                status: string;
                                /** @description Why the last crawl was not complete. */
                                reason: string | null;
                                as_of: string | null;
                            }[];
                        };
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    facets_aws_sagemaker_processingjob: {
        parameters: {
            query: {
                /** @description Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md. */
                q?: string;
                /** @description Whether to include deleted resources. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
                /**
                 * @description Comma-separated fields whose values are counted; at most twenty.
                 * @example account_id,region,processing_job_status
                 */
                fields: string;
                /** @description Number of values per field. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Number of rows that match the query. */
                        total: number;
                        facets: {
                            field: string;
                            /** @description Most frequent first. A row with several values counts once for each. */
                            values: {
                                value: string | number | boolean | null;
                                count: number;
                            }[];
                            /** @description Number of rows without a value. */
                            missing: number;
                            /** @description Whether there are more values. */
                            truncated: boolean;
                        }[];
                        /** @description The time as of which everything that was ever listed completely is complete; null if nothing was. coverage.never_complete counts the rest. */
                        as_of: string | null;
                        /** @description Coverage of accounts and regions. */
                        coverage: {
                            /** @description Whether the last crawl of every account and region was complete. */
                            complete: boolean;
                            /** @description Accounts and regions that were crawled. */
                            targets: number;
                            /** @description How many of these are complete, partial, denied, unsupported or retired. */
                            by_status: {
                                [key: string]: number;
                            };
                            /** @description Accounts and regions that are crawled but were never listed completely: they have no as_of. */
                            never_complete: number;
                            /** @description A few targets that are not complete, the worst first; /v1/coverage lists all. */
                            incomplete: {
                                resource_type: string;
                                account_id: string;
                                /** @description Null if unknown. */
                                account_name: string | null;
                                region: string;
                                /** @description complete, partial, denied, unsupported or retired. */
                                status: string;
                                /** @description Why the last crawl was not complete. */
                                reason: string | null;
                                as_of: string | null;
                            }[];
                        };
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    aggregate_aws_sagemaker_processingjob: {
        parameters: {
            query?: {
                /** @description Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md. */
                q?: string;
                /** @description Whether to include deleted resources. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
                /**
                 * @description Comma-separated metrics: count, count(field), sum(field), avg(field), min(field), max(field), p50(field), p99.9(field).
                 * @example count,sum(processing_resources.cluster_config.instance_count),p95(processing_resources.cluster_config.volume_size_in_gb)
                 */
                metrics?: string;
                /**
                 * @description Comma-separated fields to group by; at most ten.
                 * @example account_id,region
                 */
                group_by?: string;
                /** @description Also groups by time; `bucket` is the start of each bucket. */
                bucket?: "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";
                /** @description The timestamp field of the buckets. Default: the creation time. */
                time_field?: string;
                /** @description The time zone of days, weeks and months. */
                time_zone?: string;
                /** @description The metric that orders the groups; a leading `-` means descending. Default: by bucket and fields. */
                sort?: string;
                /** @description Maximum number of groups. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: {
                            [key: string]: string | number | boolean | null;
                        }[];
                        /** @description Whether there are more groups. */
                        truncated: boolean;
                        /** @description The time as of which everything that was ever listed completely is complete; null if nothing was. coverage.never_complete counts the rest. */
                        as_of: string | null;
                        /** @description Coverage of accounts and regions. */
                        coverage: {
                            /** @description Whether the last crawl of every account and region was complete. */
                            complete: boolean;
                            /** @description Accounts and regions that were crawled. */
                            targets: number;
                            /** @description How many of these are complete, partial, denied, unsupported or retired. */
                            by_status: {
                                [key: string]: number;
                            };
                            /** @description Accounts and regions that are crawled but were never listed completely: they have no as_of. */
                            never_complete: number;
                            /** @description A few targets that are not complete, the worst first; /v1/coverage lists all. */
                            incomplete: {
                                resource_type: string;
                                account_id: string;
                                /** @description Null if unknown. */
                                account_name: string | null;
                                region: string;
                                /** @description complete, partial, denied, unsupported or retired. */
                                status: string;
                                /** @description Why the last crawl was not complete. */
                                reason: string | null;
                                as_of: string | null;
                            }[];
                        };
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    export_aws_sagemaker_processingjob: {
        parameters: {
            query?: {
                /** @description Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md. */
                q?: string;
                /** @description Whether to include deleted resources. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
                /**
                 * @description Comma-separated fields to return; struct members by their dotted path. Default: all.
                 * @example processing_job_name,region,processing_job_status
                 */
                fields?: string;
                /** @description ndjson: rows as a list shows them; csv and parquet: a column each field, JSON where it is no scalar. */
                format?: "ndjson" | "csv" | "parquet";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    get_aws_sagemaker_processingjob_by_name: {
        parameters: {
            query?: {
                /** @description The account: its identifier or its name. */
                account?: string;
                /** @description The region. */
                region?: string;
                /** @description Whether to return deleted resources too. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @description The name, as AWS spells it. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["aws_sagemaker_processingjob"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Several have that name, or one that may not; the problem says which. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    get_aws_sagemaker_processingjob: {
        parameters: {
            query?: {
                /** @description Creation time, if several resources have had the ARN. Default: the newest. */
                creation_time?: string;
                /** @description Whether to return deleted resources too. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @description The ARN, URL-encoded. */
                arn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["aws_sagemaker_processingjob"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    present_aws_sagemaker_processingjob: {
        parameters: {
            query?: {
                /** @description Creation time, if several resources have had the ARN. Default: the newest. */
                creation_time?: string;
                /** @description Whether to return deleted resources too. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @description The ARN, URL-encoded. */
                arn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        /** @description Status fields, the main one first. */
                        statuses: string[];
                        /** @description Why it failed. */
                        failure_reason: string | null;
                        /** @description Where the AWS console shows it. */
                        console_url: string | null;
                        /** @description Where the AWS console shows its logs. */
                        logs_url: string | null;
                        /** @description When it ran. */
                        times: {
                            name: string;
                            value: string | number;
                            unit: "seconds" | "time" | null;
                        }[];
                        /** @description Stages that the resource went through, in order. */
                        stages: {
                            /** @description What it is called. */
                            status: string | null;
                            /** @description When it began. */
                            start_time: string | null;
                            /** @description When it ended; null while it lasts. */
                            end_time: string | null;
                            /** @description What the service said of it. */
                            message: string | null;
                        }[];
                        /** @description What is told of its cost beside what it was billed. */
                        costs: {
                            name: string;
                            value: string | number;
                            unit: "seconds" | "time" | null;
                        }[];
                        /** @description Policies that it violates now or is exempted from; empty in an answer about the past. */
                        policies: {
                            /** @description Name of the policy: lower-case letters, digits and hyphens. */
                            name: string;
                            /** @description What must hold, in a sentence. */
                            title: string;
                            /**
                             * @description How much a violation matters: info, low, medium, high or critical.
                             * @default medium
                             * @enum {unknown}
                             */
                            severity: "info" | "low" | "medium" | "high" | "critical";
                            /** @description What to do about a violation. */
                            remedy: string | null;
                            /** @description Who answers for the policy. */
                            contact: string | null;
                            /** @description Whether it is exempted, and would violate the policy otherwise. */
                            is_exempted: boolean;
                        }[];
                        /** @description Further facts, in sections. */
                        sections: {
                            title: string;
                            /** @description Whether the section is about the outcome and not about the request. */
                            is_outcome: boolean;
                            /** @description Whether the names are data, such as names of parameters; there may be many. */
                            is_map: boolean;
                            /** @description Names and values, in the order in which they are read. */
                            facts: {
                                name: string;
                                value: string | number;
                                unit: "seconds" | "time" | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    versions_aws_sagemaker_processingjob: {
        parameters: {
            query?: {
                /** @description Creation time, if several resources have had the ARN. Default: the newest. */
                creation_time?: string;
                /** @description Only versions in which this field differs, or one within it, and of these only such differences; may be repeated. */
                field?: string | string[];
                /** @description Versions of a page. */
                limit?: number;
                /** @description `next_cursor` of the previous page, with the same query. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The ARN, URL-encoded. */
                arn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: date-time
                             * @description Time at which sagecat saw it.
                             */
                            seen_at: string;
                            /** @description first_seen, changed, deleted or restored. */
                            kind: string;
                            differences: {
                                /** @description Path of the field, e.g. warm_pool_status.status. */
                                field: string;
                                before: unknown;
                                after: unknown;
                            }[];
                        }[];
                        next_cursor: string | null;
                        /** @description Start of the kept history; null if nothing was removed. */
                        history_since: string | null;
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    list_aws_sagemaker_endpoint: {
        parameters: {
            query?: {
                /** @description Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md. */
                q?: string;
                /** @description Whether to include deleted resources. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
                /** @description Number of rows per page. */
                limit?: number;
                /** @description `next_cursor` of the previous page, with the same query. */
                cursor?: string;
                /** @description A scalar field; a leading `-` means descending. Null sorts below every value. Default: newest first. */
                sort?: string;
                /**
                 * @description Comma-separated fields to return; struct members by their dotted path. Default: all.
                 * @example endpoint_name,region,endpoint_status
                 */
                fields?: string;
                /** @description Whether to count all rows that match the query. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: (components["schemas"]["aws_sagemaker_endpoint"] | components["schemas"]["aws_sagemaker_endpoint_fields"])[];
                        /** @description Cursor of the next page; null on the last one. */
                        next_cursor: string | null;
                        /** @description Number of rows that match the query; only if requested. */
                        total?: number;
                        /** @description The time as of which everything that was ever listed completely is complete; null if nothing was. coverage.never_complete counts the rest. */
                        as_of: string | null;
                        /** @description Coverage of accounts and regions. */
                        coverage: {
                            /** @description Whether the last crawl of every account and region was complete. */
                            complete: boolean;
                            /** @description Accounts and regions that were crawled. */
                            targets: number;
                            /** @description How many of these are complete, partial, denied, unsupported or retired. */
                            by_status: {
                                [key: string]: number;
                            };
                            /** @description Accounts and regions that are crawled but were never listed completely: they have no as_of. */
                            never_complete: number;
                            /** @description A few targets that are not complete, the worst first; /v1/coverage lists all. */
                            incomplete: {
                                resource_type: string;
                                account_id: string;
                                /** @description Null if unknown. */
                                account_name: string | null;
                                region: string;
                                /** @description complete, partial, denied, unsupported or retired. */
                                status: string;
                                /** @description Why the last crawl was not complete. */
                                reason: string | null;
                                as_of: string | null;
                            }[];
                        };
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    facets_aws_sagemaker_endpoint: {
        parameters: {
            query: {
                /** @description Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md. */
                q?: string;
                /** @description Whether to include deleted resources. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
                /**
                 * @description Comma-separated fields whose values are counted; at most twenty.
                 * @example account_id,region,endpoint_status
                 */
                fields: string;
                /** @description Number of values per field. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Number of rows that match the query. */
                        total: number;
                        facets: {
                            field: string;
                            /** @description Most frequent first. A row with several values counts once for each. */
                            values: {
                                value: string | number | boolean | null;
                                count: number;
                            }[];
                            /** @description Number of rows without a value. */
                            missing: number;
                            /** @description Whether there are more values. */
                            truncated: boolean;
                        }[];
                        /** @description The time as of which everything that was ever listed completely is complete; null if nothing was. coverage.never_complete counts the rest. */
                        as_of: string | null;
                        /** @description Coverage of accounts and regions. */
                        coverage: {
                            /** @description Whether the last crawl of every account and region was complete. */
                            complete: boolean;
                            /** @description Accounts and regions that were crawled. */
                            targets: number;
                            /** @description How many of these are complete, partial, denied, unsupported or retired. */
                            by_status: {
                                [key: string]: number;
                            };
                            /** @description Accounts and regions that are crawled but were never listed completely: they have no as_of. */
                            never_complete: number;
                            /** @description A few targets that are not complete, the worst first; /v1/coverage lists all. */
                            incomplete: {
                                resource_type: string;
                                account_id: string;
                                /** @description Null if unknown. */
                                account_name: string | null;
                                region: string;
                                /** @description complete, partial, denied, unsupported or retired. */
                                status: string;
                                /** @description Why the last crawl was not complete. */
                                reason: string | null;
                                as_of: string | null;
                            }[];
                        };
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    aggregate_aws_sagemaker_endpoint: {
        parameters: {
            query?: {
                /** @description Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md. */
                q?: string;
                /** @description Whether to include deleted resources. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
                /**
                 * @description Comma-separated metrics: count, count(field), sum(field), avg(field), min(field), max(field), p50(field), p99.9(field).
                 * @example count,sum(data_capture_config.current_sampling_percentage),p95(data_capture_config.current_sampling_percentage)
                 */
                metrics?: string;
                /**
                 * @description Comma-separated fields to group by; at most ten.
                 * @example account_id,region
                 */
                group_by?: string;
                /** @description Also groups by time; `bucket` is the start of each bucket. */
                bucket?: "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";
                /** @description The timestamp field of the buckets. Default: the creation time. */
                time_field?: string;
                /** @description The time zone of days, weeks and months. */
                time_zone?: string;
                /** @description The metric that orders the groups; a leading `-` means descending. Default: by bucket and fields. */
                sort?: string;
                /** @description Maximum number of groups. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: {
                            [key: string]: string | number | boolean | null;
                        }[];
                        /** @description Whether there are more groups. */
                        truncated: boolean;
                        /** @description The time as of which everything that was ever listed completely is complete; null if nothing was. coverage.never_complete counts the rest. */
                        as_of: string | null;
                        /** @description Coverage of accounts and regions. */
                        coverage: {
                            /** @description Whether the last crawl of every account and region was complete. */
                            complete: boolean;
                            /** @description Accounts and regions that were crawled. */
                            targets: number;
                            /** @description How many of these are complete, partial, denied, unsupported or retired. */
                            by_status: {
                                [key: string]: number;
                            };
                            /** @description Accounts and regions that are crawled but were never listed completely: they have no as_of. */
                            never_complete: number;
                            /** @description A few targets that are not complete, the worst first; /v1/coverage lists all. */
                            incomplete: {
                                resource_type: string;
                                account_id: string;
                                /** @description Null if unknown. */
                                account_name: string | null;
                                region: string;
                                /** @description complete, partial, denied, unsupported or retired. */
                                status: string;
                                /** @description Why the last crawl was not complete. */
                                reason: string | null;
                                as_of: string | null;
                            }[];
                        };
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    export_aws_sagemaker_endpoint: {
        parameters: {
            query?: {
                /** @description Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md. */
                q?: string;
                /** @description Whether to include deleted resources. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
                /**
                 * @description Comma-separated fields to return; struct members by their dotted path. Default: all.
                 * @example endpoint_name,region,endpoint_status
                 */
                fields?: string;
                /** @description ndjson: rows as a list shows them; csv and parquet: a column each field, JSON where it is no scalar. */
                format?: "ndjson" | "csv" | "parquet";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    get_aws_sagemaker_endpoint_by_name: {
        parameters: {
            query?: {
                /** @description The account: its identifier or its name. */
                account?: string;
                /** @description The region. */
                region?: string;
                /** @description Whether to return deleted resources too. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @description The name, as AWS spells it. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["aws_sagemaker_endpoint"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Several have that name, or one that may not; the problem says which. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    get_aws_sagemaker_endpoint: {
        parameters: {
            query?: {
                /** @description Creation time, if several resources have had the ARN. Default: the newest. */
                creation_time?: string;
                /** @description Whether to return deleted resources too. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @description The ARN, URL-encoded. */
                arn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["aws_sagemaker_endpoint"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    present_aws_sagemaker_endpoint: {
        parameters: {
            query?: {
                /** @description Creation time, if several resources have had the ARN. Default: the newest. */
                creation_time?: string;
                /** @description Whether to return deleted resources too. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @description The ARN, URL-encoded. */
                arn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        /** @description Status fields, the main one first. */
                        statuses: string[];
                        /** @description Why it failed. */
                        failure_reason: string | null;
                        /** @description Where the AWS console shows it. */
                        console_url: string | null;
                        /** @description Where the AWS console shows its logs. */
                        logs_url: string | null;
                        /** @description When it ran. */
                        times: {
                            name: string;
                            value: string | number;
                            unit: "seconds" | "time" | null;
                        }[];
                        /** @description Stages that the resource went through, in order. */
                        stages: {
                            /** @description What it is called. */
                            status: string | null;
                            /** @description When it began. */
                            start_time: string | null;
                            /** @description When it ended; null while it lasts. */
                            end_time: string | null;
                            /** @description What the service said of it. */
                            message: string | null;
                        }[];
                        /** @description What is told of its cost beside what it was billed. */
                        costs: {
                            name: string;
                            value: string | number;
                            unit: "seconds" | "time" | null;
                        }[];
                        /** @description Policies that it violates now or is exempted from; empty in an answer about the past. */
                        policies: {
                            /** @description Name of the policy: lower-case letters, digits and hyphens. */
                            name: string;
                            /** @description What must hold, in a sentence. */
                            title: string;
                            /**
                             * @description How much a violation matters: info, low, medium, high or critical.
                             * @default medium
                             * @enum {unknown}
                             */
                            severity: "info" | "low" | "medium" | "high" | "critical";
                            /** @description What to do about a violation. */
                            remedy: string | null;
                            /** @description Who answers for the policy. */
                            contact: string | null;
                            /** @description Whether it is exempted, and would violate the policy otherwise. */
                            is_exempted: boolean;
                        }[];
                        /** @description Further facts, in sections. */
                        sections: {
                            title: string;
                            /** @description Whether the section is about the outcome and not about the request. */
                            is_outcome: boolean;
                            /** @description Whether the names are data, such as names of parameters; there may be many. */
                            is_map: boolean;
                            /** @description Names and values, in the order in which they are read. */
                            facts: {
                                name: string;
                                value: string | number;
                                unit: "seconds" | "time" | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    versions_aws_sagemaker_endpoint: {
        parameters: {
            query?: {
                /** @description Creation time, if several resources have had the ARN. Default: the newest. */
                creation_time?: string;
                /** @description Only versions in which this field differs, or one within it, and of these only such differences; may be repeated. */
                field?: string | string[];
                /** @description Versions of a page. */
                limit?: number;
                /** @description `next_cursor` of the previous page, with the same query. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The ARN, URL-encoded. */
                arn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: date-time
                             * @description Time at which sagecat saw it.
                             */
                            seen_at: string;
                            /** @description first_seen, changed, deleted or restored. */
                            kind: string;
                            differences: {
                                /** @description Path of the field, e.g. warm_pool_status.status. */
                                field: string;
                                before: unknown;
                                after: unknown;
                            }[];
                        }[];
                        next_cursor: string | null;
                        /** @description Start of the kept history; null if nothing was removed. */
                        history_since: string | null;
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    list_aws_sagemaker_transformjob: {
        parameters: {
            query?: {
                /** @description Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md. */
                q?: string;
                /** @description Whether to include deleted resources. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
                /** @description Number of rows per page. */
                limit?: number;
                /** @description `next_cursor` of the previous page, with the same query. */
                cursor?: string;
                /** @description A scalar field; a leading `-` means descending. Null sorts below every value. Default: newest first. */
                sort?: string;
                /**
                 * @description Comma-separated fields to return; struct members by their dotted path. Default: all.
                 * @example transform_job_name,region,transform_job_status
                 */
                fields?: string;
                /** @description Whether to count all rows that match the query. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: (components["schemas"]["aws_sagemaker_transformjob"] | components["schemas"]["aws_sagemaker_transformjob_fields"])[];
                        /** @description Cursor of the next page; null on the last one. */
                        next_cursor: string | null;
                        /** @description Number of rows that match the query; only if requested. */
                        total?: number;
                        /** @description The time as of which everything that was ever listed completely is complete; null if nothing was. coverage.never_complete counts the rest. */
                        as_of: string | null;
                        /** @description Coverage of accounts and regions. */
                        coverage: {
                            /** @description Whether the last crawl of every account and region was complete. */
                            complete: boolean;
                            /** @description Accounts and regions that were crawled. */
                            targets: number;
                            /** @description How many of these are complete, partial, denied, unsupported or retired. */
                            by_status: {
                                [key: string]: number;
                            };
                            /** @description Accounts and regions that are crawled but were never listed completely: they have no as_of. */
                            never_complete: number;
                            /** @description A few targets that are not complete, the worst first; /v1/coverage lists all. */
                            incomplete: {
                                resource_type: string;
                                account_id: string;
                                /** @description Null if unknown. */
                                account_name: string | null;
                                region: string;
                                /** @description complete, partial, denied, unsupported or retired. */
                                status: string;
                                /** @description Why the last crawl was not complete. */
                                reason: string | null;
                                as_of: string | null;
                            }[];
                        };
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    facets_aws_sagemaker_transformjob: {
        parameters: {
            query: {
                /** @description Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md. */
                q?: string;
                /** @description Whether to include deleted resources. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
                /**
                 * @description Comma-separated fields whose values are counted; at most twenty.
                 * @example account_id,region,transform_job_status
                 */
                fields: string;
                /** @description Number of values per field. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Number of rows that match the query. */
                        total: number;
                        facets: {
                            field: string;
                            /** @description Most frequent first. A row with several values counts once for each. */
                            values: {
                                value: string | number | boolean | null;
                                count: number;
                            }[];
                            /** @description Number of rows without a value. */
                            missing: number;
                            /** @description Whether there are more values. */
                            truncated: boolean;
                        }[];
                        /** @description The time as of which everything that was ever listed completely is complete; null if nothing was. coverage.never_complete counts the rest. */
                        as_of: string | null;
                        /** @description Coverage of accounts and regions. */
                        coverage: {
                            /** @description Whether the last crawl of every account and region was complete. */
                            complete: boolean;
                            /** @description Accounts and regions that were crawled. */
                            targets: number;
                            /** @description How many of these are complete, partial, denied, unsupported or retired. */
                            by_status: {
                                [key: string]: number;
                            };
                            /** @description Accounts and regions that are crawled but were never listed completely: they have no as_of. */
                            never_complete: number;
                            /** @description A few targets that are not complete, the worst first; /v1/coverage lists all. */
                            incomplete: {
                                resource_type: string;
                                account_id: string;
                                /** @description Null if unknown. */
                                account_name: string | null;
                                region: string;
                                /** @description complete, partial, denied, unsupported or retired. */
                                status: string;
                                /** @description Why the last crawl was not complete. */
                                reason: string | null;
                                as_of: string | null;
                            }[];
                        };
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    aggregate_aws_sagemaker_transformjob: {
        parameters: {
            query?: {
                /** @description Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md. */
                q?: string;
                /** @description Whether to include deleted resources. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
                /**
                 * @description Comma-separated metrics: count, count(field), sum(field), avg(field), min(field), max(field), p50(field), p99.9(field).
                 * @example count,sum(transform_resources.instance_count),p95(transform_resources.instance_count)
                 */
                metrics?: string;
                /**
                 * @description Comma-separated fields to group by; at most ten.
                 * @example account_id,region
                 */
                group_by?: string;
                /** @description Also groups by time; `bucket` is the start of each bucket. */
                bucket?: "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";
                /** @description The timestamp field of the buckets. Default: the creation time. */
                time_field?: string;
                /** @description The time zone of days, weeks and months. */
                time_zone?: string;
                /** @description The metric that orders the groups; a leading `-` means descending. Default: by bucket and fields. */
                sort?: string;
                /** @description Maximum number of groups. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: {
                            [key: string]: string | number | boolean | null;
                        }[];
                        /** @description Whether there are more groups. */
                        truncated: boolean;
                        /** @description The time as of which everything that was ever listed completely is complete; null if nothing was. coverage.never_complete counts the rest. */
                        as_of: string | null;
                        /** @description Coverage of accounts and regions. */
                        coverage: {
                            /** @description Whether the last crawl of every account and region was complete. */
                            complete: boolean;
                            /** @description Accounts and regions that were crawled. */
                            targets: number;
                            /** @description How many of these are complete, partial, denied, unsupported or retired. */
                            by_status: {
                                [key: string]: number;
                            };
                            /** @description Accounts and regions that are crawled but were never listed completely: they have no as_of. */
                            never_complete: number;
                            /** @description A few targets that are not complete, the worst first; /v1/coverage lists all. */
                            incomplete: {
                                resource_type: string;
                                account_id: string;
                                /** @description Null if unknown. */
                                account_name: string | null;
                                region: string;
                                /** @description complete, partial, denied, unsupported or retired. */
                                status: string;
                                /** @description Why the last crawl was not complete. */
                                reason: string | null;
                                as_of: string | null;
                            }[];
                        };
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    export_aws_sagemaker_transformjob: {
        parameters: {
            query?: {
                /** @description Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md. */
                q?: string;
                /** @description Whether to include deleted resources. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
                /**
                 * @description Comma-separated fields to return; struct members by their dotted path. Default: all.
                 * @example transform_job_name,region,transform_job_status
                 */
                fields?: string;
                /** @description ndjson: rows as a list shows them; csv and parquet: a column each field, JSON where it is no scalar. */
                format?: "ndjson" | "csv" | "parquet";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    get_aws_sagemaker_transformjob_by_name: {
        parameters: {
            query?: {
                /** @description The account: its identifier or its name. */
                account?: string;
                /** @description The region. */
                region?: string;
                /** @description Whether to return deleted resources too. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @description The name, as AWS spells it. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["aws_sagemaker_transformjob"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Several have that name, or one that may not; the problem says which. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    get_aws_sagemaker_transformjob: {
        parameters: {
            query?: {
                /** @description Creation time, if several resources have had the ARN. Default: the newest. */
                creation_time?: string;
                /** @description Whether to return deleted resources too. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @description The ARN, URL-encoded. */
                arn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["aws_sagemaker_transformjob"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    present_aws_sagemaker_transformjob: {
        parameters: {
            query?: {
                /** @description Creation time, if several resources have had the ARN. Default: the newest. */
                creation_time?: string;
                /** @description Whether to return deleted resources too. */
                deleted?: boolean;
                /** @description Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @description The ARN, URL-encoded. */
                arn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        /** @description Status fields, the main one first. */
                        statuses: string[];
                        /** @description Why it failed. */
                        failure_reason: string | null;
                        /** @description Where the AWS console shows it. */
                        console_url: string | null;
                        /** @description Where the AWS console shows its logs. */
                        logs_url: string | null;
                        /** @description When it ran. */
                        times: {
                            name: string;
                            value: string | number;
                            unit: "seconds" | "time" | null;
                        }[];
                        /** @description Stages that the resource went through, in order. */
                        stages: {
                            /** @description What it is called. */
                            status: string | null;
                            /** @description When it began. */
                            start_time: string | null;
                            /** @description When it ended; null while it lasts. */
                            end_time: string | null;
                            /** @description What the service said of it. */
                            message: string | null;
                        }[];
                        /** @description What is told of its cost beside what it was billed. */
                        costs: {
                            name: string;
                            value: string | number;
                            unit: "seconds" | "time" | null;
                        }[];
                        /** @description Policies that it violates now or is exempted from; empty in an answer about the past. */
                        policies: {
                            /** @description Name of the policy: lower-case letters, digits and hyphens. */
                            name: string;
                            /** @description What must hold, in a sentence. */
                            title: string;
                            /**
                             * @description How much a violation matters: info, low, medium, high or critical.
                             * @default medium
                             * @enum {unknown}
                             */
                            severity: "info" | "low" | "medium" | "high" | "critical";
                            /** @description What to do about a violation. */
                            remedy: string | null;
                            /** @description Who answers for the policy. */
                            contact: string | null;
                            /** @description Whether it is exempted, and would violate the policy otherwise. */
                            is_exempted: boolean;
                        }[];
                        /** @description Further facts, in sections. */
                        sections: {
                            title: string;
                            /** @description Whether the section is about the outcome and not about the request. */
                            is_outcome: boolean;
                            /** @description Whether the names are data, such as names of parameters; there may be many. */
                            is_map: boolean;
                            /** @description Names and values, in the order in which they are read. */
                            facts: {
                                name: string;
                                value: string | number;
                                unit: "seconds" | "time" | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description What is asked for cannot be answered any more or cannot be catalogued. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    versions_aws_sagemaker_transformjob: {
        parameters: {
            query?: {
                /** @description Creation time, if several resources have had the ARN. Default: the newest. */
                creation_time?: string;
                /** @description Only versions in which this field differs, or one within it, and of these only such differences; may be repeated. */
                field?: string | string[];
                /** @description Versions of a page. */
                limit?: number;
                /** @description `next_cursor` of the previous page, with the same query. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The ARN, URL-encoded. */
                arn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: date-time
                             * @description Time at which sagecat saw it.
                             */
                            seen_at: string;
                            /** @description first_seen, changed, deleted or restored. */
                            kind: string;
                            differences: {
                                /** @description Path of the field, e.g. warm_pool_status.status. */
                                field: string;
                                before: unknown;
                                after: unknown;
                            }[];
                        }[];
                        next_cursor: string | null;
                        /** @description Start of the kept history; null if nothing was removed. */
                        history_since: string | null;
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    listResourceTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Name of the type, of its table and of its path. */
                            name: string;
                            title: string;
                            description: string;
                            presentation: {
                                /** @description Singular noun: job. */
                                noun: string;
                                /** @description Singular noun, unique among all types: training job. */
                                label: string;
                                key: {
                                    /** @description The field that holds the ARN. */
                                    arn: string;
                                    name: string;
                                    created_at: string;
                                };
                                /** @description The fields that say how a resource stands, the main one first. */
                                statuses: string[];
                                /** @description How a failed resource is recognised. */
                                failure: {
                                    field: string;
                                    /** @description The value of the field that means that it failed. */
                                    value: string;
                                    /** @description The field that says why. */
                                    reason: string;
                                } | null;
                                /** @description Columns of a list beside status, name, account, region and creation. */
                                columns: {
                                    title: string;
                                    /** @description The fields that its value is made of: one; a text and how many there are of it; or when something began and ended. */
                                    fields: string[];
                                    /** @description The same of what stands where the first field is empty. */
                                    otherwise?: string[];
                                    unit: "seconds" | "time" | null;
                                }[];
                                /** @description Fields that lists are narrowed by, the most important first. */
                                filters: {
                                    path: string;
                                    /** @description Title of the field. */
                                    title: string;
                                    /** @description The catalog’s type name. */
                                    type: string;
                                }[];
                                /** @description Fields by whose values resources belong together. */
                                siblings: {
                                    path: string;
                                    /** @description Title of the field. */
                                    title: string;
                                    /** @description The catalog’s type name. */
                                    type: string;
                                }[];
                                /** @description The formats, beside JSON, in which one can be written. */
                                formats: {
                                    name: string;
                                    description: string;
                                }[];
                                /** @description Search queries that find what was billed; null for types that are not billed. */
                                billing: {
                                    /** @description The fields that have the value of a dimension of /v1/billing/usage; one of several has it. */
                                    dimensions: {
                                        [key: string]: string[];
                                    };
                                    /** @description The field that says when use ended. */
                                    ended_at: string | null;
                                    /** @description The field with the seconds that are billed for each instance. */
                                    seconds: string | null;
                                    /** @description Search queries for wasted resources, by the waste of /v1/billing/usage. */
                                    waste: {
                                        [key: string]: string;
                                    };
                                } | null;
                            };
                        }[];
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    getResourceType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Name of the type, of its table and of its path. */
                        name: string;
                        title: string;
                        description: string;
                        presentation: {
                            /** @description Singular noun: job. */
                            noun: string;
                            /** @description Singular noun, unique among all types: training job. */
                            label: string;
                            key: {
                                /** @description The field that holds the ARN. */
                                arn: string;
                                name: string;
                                created_at: string;
                            };
                            /** @description The fields that say how a resource stands, the main one first. */
                            statuses: string[];
                            /** @description How a failed resource is recognised. */
                            failure: {
                                field: string;
                                /** @description The value of the field that means that it failed. */
                                value: string;
                                /** @description The field that says why. */
                                reason: string;
                            } | null;
                            /** @description Columns of a list beside status, name, account, region and creation. */
                            columns: {
                                title: string;
                                /** @description The fields that its value is made of: one; a text and how many there are of it; or when something began and ended. */
                                fields: string[];
                                /** @description The same of what stands where the first field is empty. */
                                otherwise?: string[];
                                unit: "seconds" | "time" | null;
                            }[];
                            /** @description Fields that lists are narrowed by, the most important first. */
                            filters: {
                                path: string;
                                /** @description Title of the field. */
                                title: string;
                                /** @description The catalog’s type name. */
                                type: string;
                            }[];
                            /** @description Fields by whose values resources belong together. */
                            siblings: {
                                path: string;
                                /** @description Title of the field. */
                                title: string;
                                /** @description The catalog’s type name. */
                                type: string;
                            }[];
                            /** @description The formats, beside JSON, in which one can be written. */
                            formats: {
                                name: string;
                                description: string;
                            }[];
                            /** @description Search queries that find what was billed; null for types that are not billed. */
                            billing: {
                                /** @description The fields that have the value of a dimension of /v1/billing/usage; one of several has it. */
                                dimensions: {
                                    [key: string]: string[];
                                };
                                /** @description The field that says when use ended. */
                                ended_at: string | null;
                                /** @description The field with the seconds that are billed for each instance. */
                                seconds: string | null;
                                /** @description Search queries for wasted resources, by the waste of /v1/billing/usage. */
                                waste: {
                                    [key: string]: string;
                                };
                            } | null;
                        };
                        /** @description JSON Schema (draft 2020-12) of a row. */
                        schema: unknown;
                        /** @description Every field at every depth. */
                        fields: {
                            /** @description Dotted path, as search queries write it. */
                            path: string;
                            /** @description Title of the field; unique within its type. */
                            title: string;
                            /** @description The catalog’s type name. */
                            type: string;
                            description: string;
                            /** @description True if the reference catalog has no such field. */
                            extension: boolean;
                        }[];
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    list_changes: {
        parameters: {
            query?: {
                /** @description Only resources of this type. Default: all. */
                type?: string;
                /** @description Only changes of resources that this search query finds as they are now; see docs/search.md. A type that lacks a field of it has none. */
                q?: string;
                /**
                 * @description first_seen, changed, deleted, restored; separated by commas. Default: all.
                 * @example changed,deleted
                 */
                kinds?: string;
                /**
                 * @description Only changes in which one of these fields differs, or one within it, and of these only such differences; separated by commas.
                 * @example training_job_status,secondary_status
                 */
                fields?: string;
                /** @description Seen then or later: a time such as 2026-01-31T12:00:00Z, the beginning of a day such as 2026-01-31, or now-24h. */
                since?: string;
                /** @description Seen then or earlier: a time, the end of a day, or now-24h. */
                until?: string;
                /** @description Changes of a page. */
                limit?: number;
                /** @description `next_cursor` of the previous page, with the same query. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: date-time
                             * @description Time at which sagecat saw it.
                             */
                            seen_at: string;
                            /** @description first_seen, changed, deleted or restored. */
                            kind: string;
                            resource_type: string;
                            arn: string;
                            name: string;
                            /**
                             * Format: date-time
                             * @description Creation time of the resource; ARNs can be reused.
                             */
                            creation_time: string;
                            account_id: string;
                            account_name: string | null;
                            region: string;
                            /** @description Empty if the resource was first seen. */
                            differences: {
                                /** @description Path of the field, e.g. warm_pool_status.status. */
                                field: string;
                                before: unknown;
                                after: unknown;
                            }[];
                        }[];
                        /** @description Cursor of the next page; null on the last one. */
                        next_cursor: string | null;
                        /** @description `cursor` of /v1/changes/events: whatever is stored after this answer, and possibly the last of what it has. */
                        live_cursor: string;
                        /** @description Start of the kept history; null if nothing was removed. */
                        history_since: string | null;
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    watch_changes: {
        parameters: {
            query?: {
                /** @description Only resources of this type. Default: all. */
                type?: string;
                /** @description Only changes of resources that this search query finds as they are now; see docs/search.md. A type that lacks a field of it has none. */
                q?: string;
                /**
                 * @description first_seen, changed, deleted, restored; separated by commas. Default: all.
                 * @example changed,deleted
                 */
                kinds?: string;
                /**
                 * @description Only changes in which one of these fields differs, or one within it, and of these only such differences; separated by commas.
                 * @example training_job_status,secondary_status
                 */
                fields?: string;
                /** @description `live_cursor` of /v1/changes or the id of an event, with the same query; Last-Event-ID goes before it. Default: now. */
                cursor?: string;
            };
            header?: {
                /** @description The id of the last event that was received. */
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    billing_running: {
        parameters: {
            query?: {
                /** @description Only resources of this type. Default: of every type. */
                type?: "aws_sagemaker_trainingjob" | "aws_sagemaker_processingjob" | "aws_sagemaker_endpoint" | "aws_sagemaker_transformjob";
                /** @description Only resources that match this search query, of type or, without it, of the first type; see docs/search.md. */
                q?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            resource_type: string;
                            arn: string;
                            name: string;
                            account_id: string;
                            region: string;
                            /** @description Null while the resource waits for capacity. */
                            started_at: string | null;
                            elapsed_seconds: number;
                            /** @description Null if it has no limit. */
                            max_seconds: number | null;
                            /** @description Currency of the costs. */
                            currency: string;
                            /** @description An exact decimal as text; null without a price. */
                            cost_so_far: string | null;
                            /** @description The same when it runs for as long as it may; null without a price or a limit. */
                            cost_at_limit: string | null;
                        }[];
                        /** @description A line for each currency. */
                        totals: {
                            /** @description Currency of the costs. */
                            currency: string;
                            /** @description Number of running resources, listed or not. */
                            running: number;
                            /** @description Number of these that have no price; no cost contains them. */
                            unpriced: number;
                            /** @description Number of these that have no limit; only their cost so far counts. */
                            unlimited: number;
                            /** @description The sum. */
                            cost_so_far: string | null;
                            /** @description The sum. */
                            cost_at_limit: string | null;
                        }[];
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    billing_usage: {
        parameters: {
            query?: {
                /** @description Only what resources of this type used. Default: those of every type; group_by=resource_type tells them apart. */
                type?: "aws_sagemaker_trainingjob" | "aws_sagemaker_processingjob" | "aws_sagemaker_endpoint" | "aws_sagemaker_transformjob";
                /** @description Start of the period: a day such as 2026-10-01 or a day and time, in the time zone; or an instant such as 2026-10-01T00:00:00Z. Default: the first of this month. */
                from?: string;
                /** @description End of the period, exclusive: a day such as 2026-10-01 or a day and time, in the time zone; or an instant such as 2026-10-01T00:00:00Z. Default: now. */
                to?: string;
                /** @description Splits the period into buckets; usage across a boundary is split in proportion to time. */
                bucket?: "hour" | "day" | "week" | "month";
                /** @description Where days begin, e.g. Europe/Berlin. */
                time_zone?: string;
                /** @description Comma-separated dimensions: account_id, region, instance_type, status, capacity, waste, role_arn, algorithm, experiment, tuning_job_arn, resource_type, owner, tag:KEY. Write a comma in KEY as \,. */
                group_by?: string;
                /** @description Adds an earlier period: as many whole months or days before; for a month, year, week or day so far, the same part of the previous one; otherwise as many seconds before. */
                compare?: "previous";
                /** @description Only resources that match this search query, of type or, without it, of the first type; see docs/search.md. */
                q?: string;
                /** @description Maximum number of rows; the most expensive first within a bucket. */
                limit?: number;
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sums, as JSON or, with format=csv, as CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        time_zone: string;
                        bucket: string | null;
                        group_by: string[];
                        previous: {
                            from: string;
                            to: string;
                        } | null;
                        /** @description Sources of the prices: files, services, or simulated for the demo. */
                        price_origins: string[];
                        /** @description Start of every bucket, including empty ones. */
                        buckets: string[];
                        items: {
                            bucket: string | null;
                            group: {
                                [key: string]: string | null;
                            };
                            /** @description The name of the group's account, if account_id is a dimension; null if unknown. */
                            account_name?: string | null;
                            /** @description Currency of the costs: CNY in China, EUR in the European Sovereign Cloud, USD elsewhere. */
                            currency: string;
                            /** @description Jobs that began in the bucket. */
                            jobs: number;
                            /** @description Of these, jobs whose billable time is not known yet. */
                            running_jobs: number;
                            /** @description Of these, ended jobs whose billed time was never reported. */
                            unreported_jobs: number;
                            /** @description Billed instance seconds, on demand and spot. */
                            instance_seconds: number;
                            /** @description Of these, on demand. */
                            on_demand_instance_seconds: number;
                            /** @description Of these, on spot capacity. */
                            spot_instance_seconds: number;
                            /** @description Instance seconds on the prepaid capacity of training plans; not part of any cost. */
                            prepaid_instance_seconds: number;
                            /** @description Training seconds times instances, billed or not. */
                            training_instance_seconds: number;
                            /** @description Instance seconds that spot capacity saved. */
                            spot_saved_instance_seconds: number;
                            /** @description Billed instance seconds of warm pools. */
                            warm_pool_instance_seconds: number;
                            /** @description GB of volumes times instance seconds. */
                            storage_gb_seconds: number;
                            /** @description Tokens billed for serverless jobs; not part of any cost. */
                            token_count: number;
                            /** @description Cost of the billed instance seconds. An exact decimal as text; null if no part of the usage is known and priced. */
                            compute_cost: string | null;
                            /** @description Cost of warm pools. An exact decimal as text; null if no part of the usage is known and priced. */
                            warm_pool_cost: string | null;
                            /** @description Cost of volumes. An exact decimal as text; null if no part of the usage is known and priced. */
                            storage_cost: string | null;
                            /** @description The sum of the three, as far as they have a price. An exact decimal as text; null if no part of the usage is known and priced. */
                            cost: string | null;
                            /** @description The cost of the saved instance seconds at the same price; not part of any other cost. An exact decimal as text; null if no part of the usage is known and priced. */
                            spot_saved_cost: string | null;
                            /** @description Jobs with instance time without a price, which no cost includes. */
                            unpriced_jobs: number;
                            /** @description Storage without a price, which no cost includes. */
                            unpriced_storage_gb_seconds: number;
                            /** @description The same for the earlier period; null if it had none. */
                            previous?: {
                                /** @description Jobs that began in the bucket. */
                                jobs: number;
                                /** @description Of these, jobs whose billable time is not known yet. */
                                running_jobs: number;
                                /** @description Of these, ended jobs whose billed time was never reported. */
                                unreported_jobs: number;
                                /** @description Billed instance seconds, on demand and spot. */
                                instance_seconds: number;
                                /** @description Of these, on demand. */
                                on_demand_instance_seconds: number;
                                /** @description Of these, on spot capacity. */
                                spot_instance_seconds: number;
                                /** @description Instance seconds on the prepaid capacity of training plans; not part of any cost. */
                                prepaid_instance_seconds: number;
                                /** @description Training seconds times instances, billed or not. */
                                training_instance_seconds: number;
                                /** @description Instance seconds that spot capacity saved. */
                                spot_saved_instance_seconds: number;
                                /** @description Billed instance seconds of warm pools. */
                                warm_pool_instance_seconds: number;
                                /** @description GB of volumes times instance seconds. */
                                storage_gb_seconds: number;
                                /** @description Tokens billed for serverless jobs; not part of any cost. */
                                token_count: number;
                                /** @description Cost of the billed instance seconds. An exact decimal as text; null if no part of the usage is known and priced. */
                                compute_cost: string | null;
                                /** @description Cost of warm pools. An exact decimal as text; null if no part of the usage is known and priced. */
                                warm_pool_cost: string | null;
                                /** @description Cost of volumes. An exact decimal as text; null if no part of the usage is known and priced. */
                                storage_cost: string | null;
                                /** @description The sum of the three, as far as they have a price. An exact decimal as text; null if no part of the usage is known and priced. */
                                cost: string | null;
                                /** @description The cost of the saved instance seconds at the same price; not part of any other cost. An exact decimal as text; null if no part of the usage is known and priced. */
                                spot_saved_cost: string | null;
                                /** @description Jobs with instance time without a price, which no cost includes. */
                                unpriced_jobs: number;
                                /** @description Storage without a price, which no cost includes. */
                                unpriced_storage_gb_seconds: number;
                            } | null;
                        }[];
                        /** @description Whether there are more rows than the limit. */
                        truncated: boolean;
                        /** @description Sums over all rows, one for each currency. */
                        totals: {
                            /** @description Currency of the costs: CNY in China, EUR in the European Sovereign Cloud, USD elsewhere. */
                            currency: string;
                            /** @description Jobs that began in the bucket. */
                            jobs: number;
                            /** @description Of these, jobs whose billable time is not known yet. */
                            running_jobs: number;
                            /** @description Of these, ended jobs whose billed time was never reported. */
                            unreported_jobs: number;
                            /** @description Billed instance seconds, on demand and spot. */
                            instance_seconds: number;
                            /** @description Of these, on demand. */
                            on_demand_instance_seconds: number;
                            /** @description Of these, on spot capacity. */
                            spot_instance_seconds: number;
                            /** @description Instance seconds on the prepaid capacity of training plans; not part of any cost. */
                            prepaid_instance_seconds: number;
                            /** @description Training seconds times instances, billed or not. */
                            training_instance_seconds: number;
                            /** @description Instance seconds that spot capacity saved. */
                            spot_saved_instance_seconds: number;
                            /** @description Billed instance seconds of warm pools. */
                            warm_pool_instance_seconds: number;
                            /** @description GB of volumes times instance seconds. */
                            storage_gb_seconds: number;
                            /** @description Tokens billed for serverless jobs; not part of any cost. */
                            token_count: number;
                            /** @description Cost of the billed instance seconds. An exact decimal as text; null if no part of the usage is known and priced. */
                            compute_cost: string | null;
                            /** @description Cost of warm pools. An exact decimal as text; null if no part of the usage is known and priced. */
                            warm_pool_cost: string | null;
                            /** @description Cost of volumes. An exact decimal as text; null if no part of the usage is known and priced. */
                            storage_cost: string | null;
                            /** @description The sum of the three, as far as they have a price. An exact decimal as text; null if no part of the usage is known and priced. */
                            cost: string | null;
                            /** @description The cost of the saved instance seconds at the same price; not part of any other cost. An exact decimal as text; null if no part of the usage is known and priced. */
                            spot_saved_cost: string | null;
                            /** @description Jobs with instance time without a price, which no cost includes. */
                            unpriced_jobs: number;
                            /** @description Storage without a price, which no cost includes. */
                            unpriced_storage_gb_seconds: number;
                            /** @description The same for the earlier period; null if it had none. */
                            previous?: {
                                /** @description Jobs that began in the bucket. */
                                jobs: number;
                                /** @description Of these, jobs whose billable time is not known yet. */
                                running_jobs: number;
                                /** @description Of these, ended jobs whose billed time was never reported. */
                                unreported_jobs: number;
                                /** @description Billed instance seconds, on demand and spot. */
                                instance_seconds: number;
                                /** @description Of these, on demand. */
                                on_demand_instance_seconds: number;
                                /** @description Of these, on spot capacity. */
                                spot_instance_seconds: number;
                                /** @description Instance seconds on the prepaid capacity of training plans; not part of any cost. */
                                prepaid_instance_seconds: number;
                                /** @description Training seconds times instances, billed or not. */
                                training_instance_seconds: number;
                                /** @description Instance seconds that spot capacity saved. */
                                spot_saved_instance_seconds: number;
                                /** @description Billed instance seconds of warm pools. */
                                warm_pool_instance_seconds: number;
                                /** @description GB of volumes times instance seconds. */
                                storage_gb_seconds: number;
                                /** @description Tokens billed for serverless jobs; not part of any cost. */
                                token_count: number;
                                /** @description Cost of the billed instance seconds. An exact decimal as text; null if no part of the usage is known and priced. */
                                compute_cost: string | null;
                                /** @description Cost of warm pools. An exact decimal as text; null if no part of the usage is known and priced. */
                                warm_pool_cost: string | null;
                                /** @description Cost of volumes. An exact decimal as text; null if no part of the usage is known and priced. */
                                storage_cost: string | null;
                                /** @description The sum of the three, as far as they have a price. An exact decimal as text; null if no part of the usage is known and priced. */
                                cost: string | null;
                                /** @description The cost of the saved instance seconds at the same price; not part of any other cost. An exact decimal as text; null if no part of the usage is known and priced. */
                                spot_saved_cost: string | null;
                                /** @description Jobs with instance time without a price, which no cost includes. */
                                unpriced_jobs: number;
                                /** @description Storage without a price, which no cost includes. */
                                unpriced_storage_gb_seconds: number;
                            } | null;
                        }[];
                        /** @description The time as of which everything that was ever listed completely is complete; null if nothing was. coverage.never_complete counts the rest. */
                        as_of: string | null;
                        /** @description Coverage of accounts and regions. */
                        coverage: {
                            /** @description Whether the last crawl of every account and region was complete. */
                            complete: boolean;
                            /** @description Accounts and regions that were crawled. */
                            targets: number;
                            /** @description How many of these are complete, partial, denied, unsupported or retired. */
                            by_status: {
                                [key: string]: number;
                            };
                            /** @description Accounts and regions that are crawled but were never listed completely: they have no as_of. */
                            never_complete: number;
                            /** @description A few targets that are not complete, the worst first; /v1/coverage lists all. */
                            incomplete: {
                                resource_type: string;
                                account_id: string;
                                /** @description Null if unknown. */
                                account_name: string | null;
                                region: string;
                                /** @description complete, partial, denied, unsupported or retired. */
                                status: string;
                                /** @description Why the last crawl was not complete. */
                                reason: string | null;
                                as_of: string | null;
                            }[];
                        };
                    };
                    "text/csv": string;
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    list_budgets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            title?: string;
                            /** @description Resource type that is paid from it; jobs where absent. */
                            type?: string;
                            /** @description Search query: whose cost counts. */
                            about?: string;
                            /** @description Monthly budgets (UTC) and what was spent. */
                            amount: number;
                            currency: string;
                            contact?: string;
                            /**
                             * Format: date
                             * @description First day of the month.
                             */
                            month: string;
                            /** @description Cost so far, of the parts that are known and priced. */
                            spent: number;
                            /** @description Further cost of running jobs until their maximum run time; not part of spent. */
                            running: number | null;
                            /** @description Cost of the whole month at its rate so far. */
                            trend: number;
                            /** @description Number of jobs without a price. No sum contains them. */
                            unpriced_jobs: number;
                        }[];
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    list_coverage: {
        parameters: {
            query?: {
                /** @description Only this resource type. Default: all. */
                type?: "aws_sagemaker_trainingjob" | "aws_sagemaker_processingjob" | "aws_sagemaker_endpoint" | "aws_sagemaker_transformjob";
                /** @description Only this account: its identifier or its name. */
                account?: string;
                /** @description Only this region. */
                region?: string;
                status?: "complete" | "partial" | "denied" | "unsupported" | "retired";
                /** @description Targets of a page. */
                limit?: number;
                /** @description `next_cursor` of the previous page, with the same query. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            resource_type: string;
                            account_id: string;
                            /** @description Null if unknown. */
                            account_name: string | null;
                            region: string;
                            /** @description complete, partial, denied, unsupported or retired. */
                            status: string;
                            /** @description Why the last crawl was not complete. */
                            reason: string | null;
                            as_of: string | null;
                            /** @description Time for which deletions and tags are correct. */
                            full_as_of: string | null;
                            attempted_at: string | null;
                            /** @description The last crawl that tried. */
                            crawl_id: number | null;
                        }[];
                        next_cursor: string | null;
                        /** @description The time as of which everything that was ever listed completely is complete; null if nothing was. coverage.never_complete counts the rest. */
                        as_of: string | null;
                        /** @description Sums over all targets that match the parameters. */
                        coverage: {
                            /** @description Whether the last crawl of every account and region was complete. */
                            complete: boolean;
                            /** @description Accounts and regions that were crawled. */
                            targets: number;
                            /** @description How many of these are complete, partial, denied, unsupported or retired. */
                            by_status: {
                                [key: string]: number;
                            };
                            /** @description Accounts and regions that are crawled but were never listed completely: they have no as_of. */
                            never_complete: number;
                        };
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    list_crawls: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_before` of the page before. */
                before?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            /** @description auto, incremental or full. */
                            kind: string;
                            /** @description command, request or schedule. */
                            trigger: string;
                            scope: {
                                /** @description Only these accounts. */
                                accounts?: string[];
                                /** @description Only these regions. */
                                regions?: string[];
                                /** @description Name or ARN of the only job to read. */
                                job?: string;
                            };
                            /** @description queued, running, complete, partial, failed or interrupted. */
                            status: string;
                            /** Format: date-time */
                            requested_at: string;
                            started_at: string | null;
                            finished_at: string | null;
                            targets_by_status: {
                                [key: string]: number;
                            };
                        }[];
                        next_before: number | null;
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    request_crawl: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description auto: incremental where the target was listed completely before, else full.
                     * @default auto
                     * @enum {unknown}
                     */
                    kind?: "auto" | "incremental" | "full";
                    scope?: {
                        /** @description Only these accounts. */
                        accounts?: string[];
                        /** @description Only these regions. */
                        regions?: string[];
                        /** @description Name or ARN of the only job to read. */
                        job?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description auto, incremental or full. */
                        kind: string;
                        /** @description command, request or schedule. */
                        trigger: string;
                        scope: {
                            /** @description Only these accounts. */
                            accounts?: string[];
                            /** @description Only these regions. */
                            regions?: string[];
                            /** @description Name or ARN of the only job to read. */
                            job?: string;
                        };
                        /** @description queued, running, complete, partial, failed or interrupted. */
                        status: string;
                        /** Format: date-time */
                        requested_at: string;
                        started_at: string | null;
                        finished_at: string | null;
                        targets_by_status: {
                            [key: string]: number;
                        };
                        /** @description Number of processes that take crawls now: sagecat up, worker and demo. */
                        workers: number;
                        /** @description Only if no process takes crawls now: the crawl waits for one. */
                        warning?: string;
                    };
                };
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The body is of another media type than application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    get_crawl: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description auto, incremental or full. */
                        kind: string;
                        /** @description command, request or schedule. */
                        trigger: string;
                        scope: {
                            /** @description Only these accounts. */
                            accounts?: string[];
                            /** @description Only these regions. */
                            regions?: string[];
                            /** @description Name or ARN of the only job to read. */
                            job?: string;
                        };
                        /** @description queued, running, complete, partial, failed or interrupted. */
                        status: string;
                        /** Format: date-time */
                        requested_at: string;
                        started_at: string | null;
                        finished_at: string | null;
                        targets_by_status: {
                            [key: string]: number;
                        };
                        targets: {
                            id: number;
                            resource_type: string;
                            account_id: string | null;
                            account_name: string | null;
                            region: string;
                            /** @description incremental, full or job; null until it begins. */
                            kind: string | null;
                            /** @description queued, running, complete, partial, denied, unsupported or interrupted. */
                            status: string;
                            /** @description Why the target is not complete. */
                            reason: string | null;
                            attempts: number;
                            /** @description Counts of jobs, of API calls by operation, and of throttles. */
                            progress: unknown;
                            started_at: string | null;
                            /** Format: date-time */
                            updated_at: string;
                            finished_at: string | null;
                        }[];
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    watch_crawl: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    list_drift: {
        parameters: {
            query?: {
                /** @description Only manifests in this state. */
                state?: "same" | "drifted" | "missing" | "unread";
                /** @description Items of a page. */
                limit?: number;
                /** @description `next_cursor` of the previous page, with the same query. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Type of the resource, as its table is named. */
                            resource_type: string;
                            /** @description Name of the cluster, or import. */
                            source: string;
                            namespace: string;
                            /** @description Name of the custom resource. */
                            name: string;
                            /** @description ARN of the resource; null until ACK has found or created it. */
                            arn: string | null;
                            /** @description Name of the resource that the manifest asks for. */
                            training_job_name: string | null;
                            /** @description Account of the resource, or of the manifest if there is none. */
                            account_id: string | null;
                            /** @description Null if the account has no name. */
                            account_name: string | null;
                            /**
                             * @description same, drifted: known from both. missing: AWS was read and has no such resource. unread: AWS was never read there.
                             * @enum {unknown}
                             */
                            state: "same" | "drifted" | "missing" | "unread";
                            differences: {
                                /** @description Path of the field, e.g. resource_config.instance_count. */
                                field: string;
                                /** @description spec: the manifest asks for it. status: the manifest reports it. */
                                part: string;
                                aws: unknown;
                                manifest: unknown;
                            }[];
                            /** @description Fields of the manifest that could not be compared. */
                            problems: string[];
                        }[];
                        next_cursor: string | null;
                        /** @description The clusters; only for callers who see all accounts. */
                        sources: {
                            /** @description Name of the cluster, and behind a slash the only namespace that is read. */
                            source: string;
                            /** @description When its manifests were last read from the first to the last. */
                            listed_at: string | null;
                            /** @description When it was last heard from. */
                            seen_at: string | null;
                        }[];
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    list_unmanaged: {
        parameters: {
            query?: {
                /** @description Type of the resources. */
                type?: "aws_sagemaker_trainingjob";
                /** @description Items of a page. */
                limit?: number;
                /** @description `next_cursor` of the previous page, with the same query. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        items: {
                            training_job_arn: string;
                            training_job_name: string;
                            account_id: string;
                            account_name: string | null;
                            region: string;
                            training_job_status: string | null;
                            /** Format: date-time */
                            creation_time: string;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    list_policies: {
        parameters: {
            query?: {
                /** @description Splits the scores: by account_id, region, owner or tags.KEY. */
                by?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Name of the policy: lower-case letters, digits and hyphens. */
                            name: string;
                            /** @description What must hold, in a sentence. */
                            title: string;
                            /** @description Resource type that the policy is about, by the name of its table. */
                            type: string;
                            /** @description Search query: which resources the policy applies to; all by default. */
                            about?: string;
                            /** @description Search query that these resources must match. */
                            require: string;
                            /**
                             * @description How much a violation matters: info, low, medium, high or critical.
                             * @default medium
                             * @enum {unknown}
                             */
                            severity: "info" | "low" | "medium" | "high" | "critical";
                            /** @description Who is responsible for the policy. */
                            contact?: string;
                            /** @description How to fix a violation. */
                            remedy?: string;
                            /** @description Resources that need not comply for a time; they are counted separately. */
                            exemptions?: {
                                /** @description Search query: which resources are exempted. */
                                about: string;
                                /** @description Reason of the exemption. */
                                reason: string;
                                /** @description Last day (UTC) of the exemption, e.g. 2026-12-31, in quotes. */
                                until: string;
                            }[];
                            /** @description Resources that comply. */
                            compliant: number;
                            /** @description Resources that violate it. */
                            violated: number;
                            /** @description Resources that would violate it were they not exempted. */
                            exempted: number;
                            /** @description Share of resources that comply, from 0 to 1, without exempted ones; null if there are none. */
                            score: number | null;
                            /** @description The score by the values of the dimension that was asked for, most violations first. */
                            by?: {
                                value: string | null;
                                /** @description Resources that comply. */
                                compliant: number;
                                /** @description Resources that violate it. */
                                violated: number;
                                /** @description Resources that would violate it were they not exempted. */
                                exempted: number;
                                /** @description Share of resources that comply, from 0 to 1, without exempted ones; null if there are none. */
                                score: number | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    get_policy: {
        parameters: {
            query?: {
                /** @description Splits the scores: by account_id, region, owner or tags.KEY. */
                by?: string;
                /** @description Days of history at most. */
                days?: number;
            };
            header?: never;
            path: {
                /** @description Name of the policy: lower-case letters, digits and hyphens. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Name of the policy: lower-case letters, digits and hyphens. */
                        name: string;
                        /** @description What must hold, in a sentence. */
                        title: string;
                        /** @description Resource type that the policy is about, by the name of its table. */
                        type: string;
                        /** @description Search query: which resources the policy applies to; all by default. */
                        about?: string;
                        /** @description Search query that these resources must match. */
                        require: string;
                        /**
                         * @description How much a violation matters: info, low, medium, high or critical.
                         * @default medium
                         * @enum {unknown}
                         */
                        severity: "info" | "low" | "medium" | "high" | "critical";
                        /** @description Who is responsible for the policy. */
                        contact?: string;
                        /** @description How to fix a violation. */
                        remedy?: string;
                        /** @description Resources that need not comply for a time; they are counted separately. */
                        exemptions?: {
                            /** @description Search query: which resources are exempted. */
                            about: string;
                            /** @description Reason of the exemption. */
                            reason: string;
                            /** @description Last day (UTC) of the exemption, e.g. 2026-12-31, in quotes. */
                            until: string;
                        }[];
                        /** @description Resources that comply. */
                        compliant: number;
                        /** @description Resources that violate it. */
                        violated: number;
                        /** @description Resources that would violate it were they not exempted. */
                        exempted: number;
                        /** @description Share of resources that comply, from 0 to 1, without exempted ones; null if there are none. */
                        score: number | null;
                        /** @description The score by the values of the dimension that was asked for, most violations first. */
                        by?: {
                            value: string | null;
                            /** @description Resources that comply. */
                            compliant: number;
                            /** @description Resources that violate it. */
                            violated: number;
                            /** @description Resources that would violate it were they not exempted. */
                            exempted: number;
                            /** @description Share of resources that comply, from 0 to 1, without exempted ones; null if there are none. */
                            score: number | null;
                        }[];
                        /** @description Scores at the end of each day (UTC) on which it was evaluated, newest first. */
                        days: {
                            /** Format: date */
                            day: string;
                            /** @description Resources that comply. */
                            compliant: number;
                            /** @description Resources that violate it. */
                            violated: number;
                            /** @description Resources that would violate it were they not exempted. */
                            exempted: number;
                            /** @description Share of resources that comply, from 0 to 1, without exempted ones; null if there are none. */
                            score: number | null;
                        }[];
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    save_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the policy: lower-case letters, digits and hyphens. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What must hold, in a sentence. */
                    title: string;
                    /** @description Resource type that the policy is about, by the name of its table. */
                    type: string;
                    /** @description Search query: which resources the policy applies to; all by default. */
                    about?: string;
                    /** @description Search query that these resources must match. */
                    require: string;
                    /**
                     * @description How much a violation matters: info, low, medium, high or critical.
                     * @default medium
                     * @enum {unknown}
                     */
                    severity: "info" | "low" | "medium" | "high" | "critical";
                    /** @description Who is responsible for the policy. */
                    contact?: string;
                    /** @description How to fix a violation. */
                    remedy?: string;
                    /** @description Resources that need not comply for a time; they are counted separately. */
                    exemptions?: {
                        /** @description Search query: which resources are exempted. */
                        about: string;
                        /** @description Reason of the exemption. */
                        reason: string;
                        /** @description Last day (UTC) of the exemption, e.g. 2026-12-31, in quotes. */
                        until: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Name of the policy: lower-case letters, digits and hyphens. */
                        name: string;
                        /** @description What must hold, in a sentence. */
                        title: string;
                        /** @description Resource type that the policy is about, by the name of its table. */
                        type: string;
                        /** @description Search query: which resources the policy applies to; all by default. */
                        about?: string;
                        /** @description Search query that these resources must match. */
                        require: string;
                        /**
                         * @description How much a violation matters: info, low, medium, high or critical.
                         * @default medium
                         * @enum {unknown}
                         */
                        severity: "info" | "low" | "medium" | "high" | "critical";
                        /** @description Who is responsible for the policy. */
                        contact?: string;
                        /** @description How to fix a violation. */
                        remedy?: string;
                        /** @description Resources that need not comply for a time; they are counted separately. */
                        exemptions?: {
                            /** @description Search query: which resources are exempted. */
                            about: string;
                            /** @description Reason of the exemption. */
                            reason: string;
                            /** @description Last day (UTC) of the exemption, e.g. 2026-12-31, in quotes. */
                            until: string;
                        }[];
                    };
                };
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The body is of another media type than application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    delete_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the policy: lower-case letters, digits and hyphens. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    list_policy_violations: {
        parameters: {
            query?: {
                /** @description Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md. */
                q?: string;
                /** @description Number of rows per page. */
                limit?: number;
                /** @description `next_cursor` of the previous page, with the same query. */
                cursor?: string;
                /** @description A scalar field; a leading `-` means descending. Null sorts below every value. Default: newest first. */
                sort?: string;
                /** @description Comma-separated fields to return; struct members by their dotted path. Default: all. */
                fields?: string;
                /** @description Whether to count all rows that match the query. */
                total?: boolean;
            };
            header?: never;
            path: {
                /** @description Name of the policy: lower-case letters, digits and hyphens. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Location has the list. */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    list_watches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Name of the watch: lower-case letters, digits and hyphens. */
                            name: string;
                            /** @description The event in one sentence. */
                            title?: string;
                            /** @description Resource type to watch, by the name of its table; training jobs by default. */
                            type?: string;
                            /** @description Search query: which resources to watch; all by default. */
                            about?: string;
                            /**
                             * @description What causes a message: a resource begins (enters) or stops (leaves) to match the query, one of fields changes, a resource violates a policy, a measure passes a threshold, or a target is stale.
                             * @enum {unknown}
                             */
                            when: "enters" | "leaves" | "changes" | "violates" | "threshold" | "stale";
                            /** @description For changes: paths of the fields. */
                            fields?: string[];
                            /** @description For violates: the name of the policy. */
                            policy?: string;
                            /**
                             * @description For threshold: cost_today (since 0:00 UTC), failures_per_hour, running_cost (the most that running jobs will cost) or budget (percent of it that is spent).
                             * @enum {unknown}
                             */
                            measure?: "cost_today" | "failures_per_hour" | "running_cost" | "budget";
                            /** @description For the measure budget: name of the budget. */
                            budget?: string;
                            /** @description For threshold: values that cause a message when they are passed, e.g. [80, 100]. */
                            above?: number[];
                            /**
                             * @description For cost_today and running_cost: USD (by default), EUR or CNY.
                             * @enum {unknown}
                             */
                            currency?: "USD" | "EUR" | "CNY";
                            /** @description For stale: hours for which a target has not been complete. */
                            hours?: number;
                            /** @description Names of the channels that receive the messages. */
                            channels: string[];
                            /** @description Time of the last evaluation; null before the first. */
                            evaluated_at: string | null;
                            /** @description Messages of the last 30 days, of the accounts of the key. */
                            messages: number;
                            last_told_at: string | null;
                        }[];
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    get_watch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the watch: lower-case letters, digits and hyphens. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Name of the watch: lower-case letters, digits and hyphens. */
                        name: string;
                        /** @description The event in one sentence. */
                        title?: string;
                        /** @description Resource type to watch, by the name of its table; training jobs by default. */
                        type?: string;
                        /** @description Search query: which resources to watch; all by default. */
                        about?: string;
                        /**
                         * @description What causes a message: a resource begins (enters) or stops (leaves) to match the query, one of fields changes, a resource violates a policy, a measure passes a threshold, or a target is stale.
                         * @enum {unknown}
                         */
                        when: "enters" | "leaves" | "changes" | "violates" | "threshold" | "stale";
                        /** @description For changes: paths of the fields. */
                        fields?: string[];
                        /** @description For violates: the name of the policy. */
                        policy?: string;
                        /**
                         * @description For threshold: cost_today (since 0:00 UTC), failures_per_hour, running_cost (the most that running jobs will cost) or budget (percent of it that is spent).
                         * @enum {unknown}
                         */
                        measure?: "cost_today" | "failures_per_hour" | "running_cost" | "budget";
                        /** @description For the measure budget: name of the budget. */
                        budget?: string;
                        /** @description For threshold: values that cause a message when they are passed, e.g. [80, 100]. */
                        above?: number[];
                        /**
                         * @description For cost_today and running_cost: USD (by default), EUR or CNY.
                         * @enum {unknown}
                         */
                        currency?: "USD" | "EUR" | "CNY";
                        /** @description For stale: hours for which a target has not been complete. */
                        hours?: number;
                        /** @description Names of the channels that receive the messages. */
                        channels: string[];
                        /** @description Time of the last evaluation; null before the first. */
                        evaluated_at: string | null;
                        /** @description Messages of the last 30 days, of the accounts of the key. */
                        messages: number;
                        last_told_at: string | null;
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    save_watch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the watch: lower-case letters, digits and hyphens. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The event in one sentence. */
                    title?: string;
                    /** @description Resource type to watch, by the name of its table; training jobs by default. */
                    type?: string;
                    /** @description Search query: which resources to watch; all by default. */
                    about?: string;
                    /**
                     * @description What causes a message: a resource begins (enters) or stops (leaves) to match the query, one of fields changes, a resource violates a policy, a measure passes a threshold, or a target is stale.
                     * @enum {unknown}
                     */
                    when: "enters" | "leaves" | "changes" | "violates" | "threshold" | "stale";
                    /** @description For changes: paths of the fields. */
                    fields?: string[];
                    /** @description For violates: the name of the policy. */
                    policy?: string;
                    /**
                     * @description For threshold: cost_today (since 0:00 UTC), failures_per_hour, running_cost (the most that running jobs will cost) or budget (percent of it that is spent).
                     * @enum {unknown}
                     */
                    measure?: "cost_today" | "failures_per_hour" | "running_cost" | "budget";
                    /** @description For the measure budget: name of the budget. */
                    budget?: string;
                    /** @description For threshold: values that cause a message when they are passed, e.g. [80, 100]. */
                    above?: number[];
                    /**
                     * @description For cost_today and running_cost: USD (by default), EUR or CNY.
                     * @enum {unknown}
                     */
                    currency?: "USD" | "EUR" | "CNY";
                    /** @description For stale: hours for which a target has not been complete. */
                    hours?: number;
                    /** @description Names of the channels that receive the messages. */
                    channels: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Name of the watch: lower-case letters, digits and hyphens. */
                        name: string;
                        /** @description The event in one sentence. */
                        title?: string;
                        /** @description Resource type to watch, by the name of its table; training jobs by default. */
                        type?: string;
                        /** @description Search query: which resources to watch; all by default. */
                        about?: string;
                        /**
                         * @description What causes a message: a resource begins (enters) or stops (leaves) to match the query, one of fields changes, a resource violates a policy, a measure passes a threshold, or a target is stale.
                         * @enum {unknown}
                         */
                        when: "enters" | "leaves" | "changes" | "violates" | "threshold" | "stale";
                        /** @description For changes: paths of the fields. */
                        fields?: string[];
                        /** @description For violates: the name of the policy. */
                        policy?: string;
                        /**
                         * @description For threshold: cost_today (since 0:00 UTC), failures_per_hour, running_cost (the most that running jobs will cost) or budget (percent of it that is spent).
                         * @enum {unknown}
                         */
                        measure?: "cost_today" | "failures_per_hour" | "running_cost" | "budget";
                        /** @description For the measure budget: name of the budget. */
                        budget?: string;
                        /** @description For threshold: values that cause a message when they are passed, e.g. [80, 100]. */
                        above?: number[];
                        /**
                         * @description For cost_today and running_cost: USD (by default), EUR or CNY.
                         * @enum {unknown}
                         */
                        currency?: "USD" | "EUR" | "CNY";
                        /** @description For stale: hours for which a target has not been complete. */
                        hours?: number;
                        /** @description Names of the channels that receive the messages. */
                        channels: string[];
                    };
                };
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The body is of another media type than application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    delete_watch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the watch: lower-case letters, digits and hyphens. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    list_watch_deliveries: {
        parameters: {
            query?: {
                status?: "pending" | "delivered" | "dead";
                limit?: number;
                /** @description `next_cursor` of the previous page, with the same query. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Name of the watch: lower-case letters, digits and hyphens. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @description The webhook-id: the same on every channel and at every attempt. */
                            message_id: string;
                            /** @description Name of the watch: lower-case letters, digits and hyphens. */
                            watch: string;
                            /** @description Name of the channel: lower-case letters, digits and hyphens. */
                            channel: string;
                            /**
                             * @description dead: given up after too many attempts.
                             * @enum {unknown}
                             */
                            status: "pending" | "delivered" | "dead";
                            /** Format: date-time */
                            created_at: string;
                            attempts: number;
                            attempted_at: string | null;
                            /** @description The status of HTTP or SMTP; null where there was no answer. */
                            answer_status: number | null;
                            /** @description Beginning of the response, or the error. */
                            answer: string | null;
                            /** @description What was sent, in the form of a webhook. */
                            body: {
                                [key: string]: unknown;
                            };
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    run_sql: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A SELECT, VALUES, TABLE or EXPLAIN; docs/sql.md has examples. */
                    statement: string;
                    /** @description Values of $1, $2, ... */
                    parameters?: (string | number | boolean | null | (string | number | boolean | null)[])[];
                    /** @default 10000 */
                    max_rows?: number;
                    /** @default 30 */
                    timeout_seconds?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            name: string;
                            /** @description As SQL spells it, e.g. bigint or timestamp(3) with time zone. */
                            type: string;
                        }[];
                        /** @description Values in the order of the columns. Timestamps are ISO 8601 in UTC, integers are exact, what JSON has no form for is text. */
                        rows: unknown[][];
                        row_count: number;
                        /** @description Whether there are more rows than were asked for. */
                        truncated: boolean;
                        /** @description Warnings about probable mistakes in the statement. */
                        warnings?: string[];
                    };
                };
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The body is of another media type than application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether requests need a key. */
                        key_required: boolean;
                        /** @description Whether the rights are those of a session, which DELETE /v1/session ends. */
                        signed_in: boolean;
                        /** @description Name of the key; local where none is needed. */
                        name: string | null;
                        scopes: string[];
                        /** @description Accounts whose rows are returned; null for all. */
                        accounts: string[] | null;
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether requests need a key. */
                        key_required: boolean;
                        /** @description Whether the rights are those of a session, which DELETE /v1/session ends. */
                        signed_in: boolean;
                        /** @description Name of the key; local where none is needed. */
                        name: string | null;
                        scopes: string[];
                        /** @description Accounts whose rows are returned; null for all. */
                        accounts: string[] | null;
                    };
                };
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The browser forgets the cookie. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    list_views: {
        parameters: {
            query?: {
                /** @description Page that the view is of: catalog, spend, sql, ... */
                page?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            page: string;
                            /** @description The search parameters of its URL, at most 16384 characters of JSON. */
                            state: {
                                [key: string]: unknown;
                            };
                            /** @description Whether others see it; always true without keys. */
                            shared: boolean;
                            /** @description Name of the key that saved it. */
                            owner: string | null;
                            /** @description Whether the caller may change and delete it: the owner and the scope admin. */
                            can_change: boolean;
                            /** Format: date-time */
                            updated_at: string;
                        }[];
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    save_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID in lower case, which the client chooses. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Page that the view is of: catalog, spend, sql, ... */
                    page: string;
                    /** @description The search parameters of its URL, at most 16384 characters of JSON. */
                    state: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description Whether others see it; always true without keys.
                     * @default false
                     */
                    shared?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        page: string;
                        /** @description The search parameters of its URL, at most 16384 characters of JSON. */
                        state: {
                            [key: string]: unknown;
                        };
                        /** @description Whether others see it; always true without keys. */
                        shared: boolean;
                        /** @description Name of the key that saved it. */
                        owner: string | null;
                        /** @description Whether the caller may change and delete it: the owner and the scope admin. */
                        can_change: boolean;
                        /** Format: date-time */
                        updated_at: string;
                    };
                };
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Several have that name, or one that may not; the problem says which. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The body is of another media type than application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    delete_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID in lower case, which the client chooses. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, the search query or the body has a mistake; the problem names it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no key, or none that works. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The key lacks the scope of the route. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description There is no such thing, or the key does not show it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Several have that name, or one that may not; the problem says which. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready";
                    };
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still that of the answer. Without a body. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description sagecat failed; the log has the request_id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The database is not available. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            /** @description The request is invalid. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description sagecat failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description Kind of problem; about:blank if the status is enough. */
                        type: string;
                        title: string;
                        status: number;
                        /** @description What is wrong and what to do. */
                        detail?: string;
                        /** @description Finds the request in the log. */
                        request_id: string;
                        /** @description Position in the search query, in characters from 0. */
                        offset?: number;
                        /** @description The nearest existing name. */
                        did_you_mean?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
}
