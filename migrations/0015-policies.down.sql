DROP TABLE policy_score_day, policy_score, policy_verdict, sagecat_private.policy_evaluation, sagecat_private.policy;
DROP FUNCTION count_verdicts();
