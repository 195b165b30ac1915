DROP TABLE sagecat_private.saved_view;
DELETE FROM sagecat_private.secret WHERE name = 'sessions';
