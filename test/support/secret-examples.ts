// Names and texts with and without secrets, to measure both errors of masking. Secrets are made by their shape, so that none stands here.

export interface SecretExample {
  /** The name that the text stands under; none where it has none of its own. */
  readonly name?: string;
  readonly text: string;
  /** What must not be left of the text. */
  readonly secret: string;
}

export interface HarmlessExample {
  readonly name?: string;
  readonly text: string;
}

/** A generator of shapes that always gives the same (mulberry32). */
export function shapes(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const of = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)]).join('');
  const [lower, upper, digits] = ['abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '0123456789'];
  return {
    letters: (length: number) => of(lower + upper, length),
    alnum: (length: number) =>
      `${of(lower, 1)}${of(digits, 1)}${of(upper, 1)}${of(lower + upper + digits, length - 3)}`,
    lowerAlnum: (length: number) => `${of(lower, 1)}${of(digits, 2)}${of(lower + digits, length - 3)}`,
    upperBase32: (length: number) => of('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', length),
    base64: (length: number) =>
      `${of(lower, 1)}${of(digits, 1)}${of(upper, 1)}${of(`${lower}${upper}${digits}+/`, length - 3)}`,
    hex: (length: number) => of('0123456789abcdef', length),
    digits: (length: number) => of(digits, length),
    uuid: () => [8, 4, 4, 4, 12].map((length) => of('0123456789abcdef', length)).join('-'),
  };
}

type Shapes = ReturnType<typeof shapes>;

/** Tokens and keys of issuers, by the shape that each gives them. */
export const issuedTokens: Readonly<Record<string, (s: Shapes) => string>> = {
  'AWS access key': (s) => `AKIA${s.upperBase32(16)}`,
  'AWS temporary access key': (s) => `ASIA${s.upperBase32(16)}`,
  'AWS session token': (s) => `IQoJb3JpZ2luX2Vj${s.base64(300)}`,
  'AWS Bedrock key': (s) => `ABSK${s.base64(128)}`,
  'GitHub personal token': (s) => `ghp_${s.alnum(36)}`,
  'GitHub OAuth token': (s) => `gho_${s.alnum(36)}`,
  'GitHub server token': (s) => `ghs_${s.alnum(36)}`,
  'GitHub fine-grained token': (s) => `github_pat_${s.alnum(22)}_${s.alnum(59)}`,
  'GitLab token': (s) => `glpat-${s.alnum(20)}`,
  'GitLab routable token': (s) => `glpat-${s.alnum(27)}.01.${s.lowerAlnum(9)}`,
  'GitLab runner token': (s) => `glrt-${s.alnum(20)}`,
  'Hugging Face token': (s) => `hf_${s.letters(34)}`,
  'Hugging Face organisation token': (s) => `api_org_${s.letters(34)}`,
  'OpenAI project key': (s) => `sk-proj-${s.alnum(60)}_${s.alnum(40)}-${s.alnum(20)}`,
  'OpenAI service account key': (s) => `sk-svcacct-${s.alnum(100)}`,
  'OpenAI legacy key': (s) => `sk-${s.alnum(20)}T3BlbkFJ${s.alnum(20)}`,
  'Anthropic key': (s) => `sk-ant-api03-${s.alnum(90)}AA`,
  'OpenRouter key': (s) => `sk-or-v1-${s.hex(64)}`,
  'DeepSeek key': (s) => `sk-${s.hex(32)}`,
  'LangSmith key': (s) => `lsv2_pt_${s.hex(32)}_${s.hex(10)}`,
  'Langfuse key': (s) => `sk-lf-${s.uuid()}`,
  'Groq key': (s) => `gsk_${s.alnum(52)}`,
  'Perplexity key': (s) => `pplx-${s.alnum(48)}`,
  'xAI key': (s) => `xai-${s.alnum(80)}`,
  'NVIDIA key': (s) => `nvapi-${s.alnum(64)}`,
  'Replicate token': (s) => `r8_${s.alnum(37)}`,
  'Pinecone key': (s) => `pcsk_${s.alnum(6)}_${s.alnum(63)}`,
  'Together key': (s) => `tgp_v1_${s.alnum(43)}`,
  'Fireworks key': (s) => `fw_${s.alnum(24)}`,
  'Jina key': (s) => `jina_${s.alnum(60)}`,
  'Kaggle token': (s) => `KGAT_${s.hex(32)}`,
  'Weights & Biases key': (s) => `wandb_v1_${s.alnum(27)}_${s.alnum(49)}`,
  'neptune.ai token': (s) => `eyJhcGlfYWRkcmVzcyI6${s.base64(120)}==`,
  'Databricks token': (s) => `dapi${s.hex(32)}`,
  'Databricks token of a cluster': (s) => `dapi${s.hex(32)}-2`,
  'Google API key': (s) => `AIza${s.alnum(35)}`,
  'Google access token': (s) => `ya29.${s.alnum(100)}`,
  'Google refresh token': (s) => `1//0${s.alnum(60)}`,
  'Google client secret': (s) => `GOCSPX-${s.alnum(28)}`,
  'Azure client secret': (s) => `${s.alnum(3)}8Q~${s.alnum(34)}`,
  'Azure DevOps token': (s) => `${s.alnum(76)}AZDO${s.alnum(4)}`,
  'Slack bot token': (s) => `xoxb-${s.digits(12)}-${s.digits(12)}-${s.alnum(24)}`,
  'Slack app token': (s) => `xapp-1-A${s.digits(10)}-${s.digits(13)}-${s.hex(64)}`,
  'Discord token': (s) => `M${s.alnum(25)}.${s.alnum(6)}.${s.alnum(38)}`,
  'Telegram token': (s) => `${s.digits(10)}:AA${s.alnum(33)}`,
  'Stripe key': (s) => `sk_live_${s.alnum(24)}`,
  'Stripe restricted key': (s) => `rk_test_${s.alnum(99)}`,
  'Stripe webhook secret': (s) => `whsec_${s.alnum(32)}`,
  'npm token': (s) => `npm_${s.alnum(36)}`,
  'PyPI token': (s) => `pypi-AgEIcHlwaS5vcmc${s.alnum(120)}`,
  'RubyGems token': (s) => `rubygems_${s.hex(48)}`,
  'Docker token': (s) => `dckr_pat_${s.alnum(27)}`,
  'Vault token': (s) => `hvs.${s.alnum(90)}`,
  'Vault batch token': (s) => `hvb.${s.alnum(140)}`,
  'Terraform Cloud token': (s) => `${s.alnum(14)}.atlasv1.${s.alnum(67)}`,
  'Pulumi token': (s) => `pul-${s.hex(40)}`,
  'DigitalOcean token': (s) => `dop_v1_${s.hex(64)}`,
  'Doppler token': (s) => `dp.pt.${s.alnum(43)}`,
  'Grafana token': (s) => `glsa_${s.alnum(32)}_${s.hex(8)}`,
  'New Relic key': (s) => `NRAK-${s.upperBase32(27)}`,
  'Sentry token': (s) => `sntrys_${s.alnum(100)}`,
  'Linear key': (s) => `lin_api_${s.alnum(40)}`,
  'Notion token': (s) => `ntn_${s.alnum(46)}`,
  'Postman key': (s) => `PMAK-${s.hex(24)}-${s.hex(34)}`,
  'Atlassian token': (s) => `ATATT3${s.alnum(186)}`,
  'Shopify token': (s) => `shpat_${s.hex(32)}`,
  'SendGrid key': (s) => `SG.${s.alnum(22)}.${s.alnum(43)}`,
  'Twilio key': (s) => `SK${s.hex(32)}`,
  'Mailgun key': (s) => `key-${s.hex(32)}`,
  'Mailchimp key': (s) => `${s.hex(32)}-us12`,
  'Supabase key': (s) => `sbp_${s.hex(40)}`,
  'Artifactory key': (s) => `AKCp${s.alnum(69)}`,
  'OpenShift token': (s) => `sha256~${s.alnum(43)}`,
  '1Password token': (s) => `ops_eyJ${s.base64(250)}`,
  'age key': (s) => `AGE-SECRET-KEY-1${s.upperBase32(58)}`,
  'JSON Web Token': (s) => `eyJ${s.alnum(30)}.eyJ${s.alnum(80)}.${s.alnum(43)}`,
  'private key': (s) => `-----BEGIN PRIVATE KEY-----\n${s.base64(300)}\n-----END PRIVATE KEY-----`,
  'private key in base64': (s) => `LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVkt${s.base64(200)}`,
};

/** Names under which every value is a secret. */
export const passwordNames = (
  'PGPASSWORD MYSQL_PWD password2 dbpassword DB_PASSWORD db_password DbPassword userPassword PASSWORD_PROD password-1 adminpasswd rootPassword ' +
  'MLFLOW_TRACKING_PASSWORD SNOWFLAKE_PASSWORD keyPassphrase SSH_PASSPHRASE postgres.password spark.db.password REDIS_PASSWORD_0 TWINE_PASSWORD ' +
  'client_secret CLIENT_SECRET_2 AZURE_CLIENT_SECRET clientSecret appsecret JWT_SECRET SECRET_KEY_BASE DJANGO_SECRET_KEY secret_value secretKey ' +
  'apikey APIKEY openaiapikey API_KEY x-api-key privateKey accesskey db_creds aws_secret_access_key fs.s3a.secret.key new_password DBPASSWORD1 ' +
  'password_hash sql-password TFE_CREDENTIALS'
).split(' ');

/** Names under which tokens and keys are secrets. */
export const tokenNames = (
  'GH_TOKEN HF_TOKEN HF_TOKEN_2 HF_TOKEN2 HUGGING_FACE_HUB_TOKEN huggingface_token hub_token GITHUB_TOKEN GITHUB_PAT GITLAB_TOKEN gitlabToken ' +
  'WANDB_API_KEY wandb_key WANDB_KEY_1 NEPTUNE_API_TOKEN COMET_API_KEY OPENAI_API_KEY OPENAI_KEY OpenAIKey open_ai_key ANTHROPIC_API_KEY ' +
  'COHERE_API_KEY CO_API_KEY KAGGLE_KEY REPLICATE_API_TOKEN DATABRICKS_TOKEN MLFLOW_TRACKING_TOKEN LANGCHAIN_API_KEY VAULT_TOKEN ' +
  'CONSUL_HTTP_TOKEN NPM_TOKEN SLACK_BOT_TOKEN TWILIO_AUTH_TOKEN SENDGRID_API_KEY STRIPE_API_KEY DATADOG_API_KEY SENTRY_AUTH_TOKEN access_token ' +
  'accessToken refresh_token id_token auth_token authToken bearer_token session_token AWS_SESSION_TOKEN api_token api_token_prod token TOKEN ' +
  'token_2 TOKEN_GITHUB hftoken ghtoken security_token x-vault-token deploy_key DEPLOY_TOKEN signing_key encryption_key FERNET_KEY license_key ' +
  'ssh_key hmac_key SUBSCRIPTION_KEY CI_JOB_TOKEN registry_token pass db_pass DB_PASS_2 userpass root_pw REDISCLI_AUTH SMTP_PASS'
).split(' ');

/** Names of training that say no secret, with values as they have them. */
export const harmlessNames: readonly (readonly [string, string])[] = (
  'max_password_attempts=3 max_new_tokens=512 tokenizer=bert-base-uncased tokenizer_name=meta-llama/Llama-3-8B num_tokens=128000 eos_token=</s> ' +
  'bos_token=<s> pad_token=[PAD] unk_token=[UNK] mask_token=<mask> sep_token=[SEP] cls_token=[CLS] user_token=<|im_start|>user token_dropout=0.1 ' +
  'assistant_token=<|assistant|> image_token=<image> video_token_id=151656 additional_special_tokens=["<a>","<b>"] special_token=<sp> ' +
  'storage_key=datasets/2026/train primary_key=customer_id key_column=id sort_key=timestamp partition_key=event_day label_key=target key=price ' +
  'feature_key=embedding join_key=user_id hash_key=user foreign_key=orders_id keys=a,b public_key=ssh-rsa s3_key=raw/2026/part-0001.parquet ' +
  'monkey=see turkey=ankara keyboard=qwerty hockey=ice monkey_patch=true pass_through_columns=id,price first_pass=true num_passes=3 two_pass=1 ' +
  'forward_pass=fused passes=2 bypass=layer3 compass=north passthrough=yes pass_rate=0.98 multi_pass=false max_tokens=4096 tokens_per_second=1200 ' +
  'token_ids=1,2,3 token_type_ids=0 min_token_length=3 max_token_len=2048 n_tokens=100 total_tokens=1000000000 token_count=42 token_limit=8192 ' +
  'tokenizer_class=LlamaTokenizer token_embedding_dim=768 num_key_value_heads=8 n_kv_heads=8 key_dim=64 key_value_proj_dim=64 qkv_key=proj ' +
  'use_password=false has_secret=1 password_file=/run/secrets/db password_path=/etc/db.pass secret_name=prod/db secret_arn=x secret_id=prod/db ' +
  'secret_prefix=/prod kms_key_id=alias/x volume_kms_key=1234abcd-12ab-34cd-56ef-1234567890ab access_key_id_column=aki api_key_name=main api_key_env=OPENAI_API_KEY ' +
  'token_url=https://login.example.org/token auth_mode=iam auth=none auth_type=basic authentication=kerberos author=jane pattern=*.csv path=/opt/ml ' +
  'credentials_provider=instance-profile GOOGLE_APPLICATION_CREDENTIALS=/opt/ml/gcp.json AWS_WEB_IDENTITY_TOKEN_FILE=/var/run/token AWS_SHARED_CREDENTIALS_FILE=~/.aws/credentials ' +
  'password_column=pw_hash secret_rotation_days=30 next_token=abc123def456 client_request_token=run-2026-11-26 continuation_token=abc prompt_token=### ' +
  'stop_token=User: timestamp_token=<t> key_metric=accuracy metric_key=eval_loss cache_key=train-2026 group_by_key=region private=false secret=none ' +
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder is what is meant
  'password=null hf_token=None use_auth_token=true api_key=<your-key> HUB_TOKEN=${HF_TOKEN} PWD=/opt/ml/code OLDPWD=/ path_key=model.tar.gz git_sha=0a1b2c3d ' +
  'spot=true seed=1234 lr=3e-5 patience=5 patch=16 patch_size=14 paths=a:b spatial=true compat=v2 pattern_key=x dispatch=async authored_by=x cookie_policy=lax'
)
  .split(' ')
  .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);

/** Values that stand for a secret, or for none, under a name that says one. */
export const references: readonly string[] = [
  '$DB_PASSWORD',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder is what is meant
  '${DB_PASSWORD}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder is what is meant
  '"${DB_PASSWORD}"',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder is what is meant
  '${{ secrets.DB_PASSWORD }}',
  '$(cat /run/secrets/db)',
  '%DB_PASSWORD%',
  '{{resolve:secretsmanager:prod/db:SecretString:password}}',
  '{{ db_password }}',
  '{db_password}',
  '<password>',
  '<your token here>',
  'arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-AbCdEf',
  'arn:aws-cn:ssm:cn-north-1:111122223333:parameter/db',
  'ssm:/prod/db/password',
  'secretsmanager:prod/db',
  'vault:secret/data/db#password',
  'op://vault/db/password',
  'projects/one/secrets/db/versions/1',
  '@Microsoft.KeyVault(SecretUri=https://x.vault.azure.net/secrets/db)',
  "os.environ['DB_PASSWORD']",
  'env:DB_PASSWORD',
  'file:/run/secrets/db',
  '/run/secrets/db_password',
  '~/.aws/credentials',
  's3://bucket/keys/db.txt',
  'var.db_password',
  'true',
  'False',
  'None',
  'null',
  '',
  '""',
  '0',
  '1',
  'optional',
  '***',
  '********',
  'REDACTED',
];
