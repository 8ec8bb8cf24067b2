SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public."Account" (
    platform text NOT NULL,
    "externalId" text NOT NULL,
    "personId" text NOT NULL
);
CREATE TABLE public."AccountCode" (
    "codeHash" text NOT NULL,
    "personId" text NOT NULL,
    "createdAt" timestamp(3) without time zone NOT NULL,
    "expiresAt" timestamp(3) without time zone NOT NULL,
    "usedAt" timestamp(3) without time zone
);
CREATE TABLE public."Announcement" (
    id text NOT NULL,
    "councilId" text NOT NULL,
    state text NOT NULL,
    parts jsonb NOT NULL,
    audience jsonb NOT NULL,
    receipt boolean DEFAULT false NOT NULL,
    "sendAt" timestamp(3) without time zone,
    repeat text,
    "createdBy" text NOT NULL,
    "createdAt" timestamp(3) without time zone NOT NULL,
    "startedAt" timestamp(3) without time zone,
    "endedAt" timestamp(3) without time zone
);
CREATE TABLE public."AnnouncementProgress" (
    "announcementId" text NOT NULL,
    "chatId" text NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    shows text DEFAULT ''::text NOT NULL,
    at timestamp(3) without time zone
);
CREATE TABLE public."AnnouncementRecipient" (
    id text NOT NULL,
    "announcementId" text NOT NULL,
    "position" integer NOT NULL,
    "chatId" text,
    name text NOT NULL,
    unit text,
    phone text,
    state text NOT NULL,
    reason text,
    tries integer DEFAULT 0 NOT NULL,
    enqueued boolean DEFAULT false NOT NULL,
    "messageIds" jsonb
);
CREATE TABLE public."ApiRequest" (
    id integer NOT NULL,
    platform text NOT NULL,
    bot integer NOT NULL,
    at timestamp(3) without time zone NOT NULL,
    spare boolean NOT NULL
);
CREATE SEQUENCE public."ApiRequest_id_seq"
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public."ApiRequest_id_seq" OWNED BY public."ApiRequest".id;
CREATE TABLE public."Audit" (
    id integer NOT NULL,
    "councilId" text NOT NULL,
    "personId" text,
    action text NOT NULL,
    details jsonb NOT NULL,
    unit text,
    at timestamp(3) without time zone NOT NULL
);
CREATE SEQUENCE public."Audit_id_seq"
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public."Audit_id_seq" OWNED BY public."Audit".id;
CREATE TABLE public."CalendarToken" (
    id text NOT NULL,
    "councilId" text NOT NULL,
    "unitId" text,
    "tokenHash" text NOT NULL,
    "createdBy" text NOT NULL,
    "createdAt" timestamp(3) without time zone NOT NULL,
    "revokedAt" timestamp(3) without time zone
);
CREATE TABLE public."Card" (
    "chatId" text NOT NULL,
    quarter text NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    shows text NOT NULL,
    "messageId" text,
    pinned boolean DEFAULT false NOT NULL,
    reported boolean DEFAULT false NOT NULL
);
CREATE TABLE public."Chat" (
    id text NOT NULL,
    platform text NOT NULL,
    "externalId" text NOT NULL,
    kind text NOT NULL,
    title text,
    "homeTopic" text,
    locale text,
    state text DEFAULT 'active'::text NOT NULL,
    "heardTo" bigint,
    "seenAt" timestamp(3) without time zone,
    reminds boolean DEFAULT true NOT NULL,
    "councilId" text,
    "linkedAt" timestamp(3) without time zone,
    "createdAt" timestamp(3) without time zone NOT NULL,
    bot integer DEFAULT 1 NOT NULL
);
CREATE TABLE public."Completion" (
    id text NOT NULL,
    "taskId" text NOT NULL,
    "deadlineId" text,
    occurrence text,
    "personId" text,
    at timestamp(3) without time zone NOT NULL
);
CREATE TABLE public."Council" (
    id text NOT NULL,
    name text NOT NULL,
    locale text NOT NULL,
    "timeZone" text NOT NULL,
    "createdAt" timestamp(3) without time zone NOT NULL,
    reminders jsonb,
    "remindedThrough" text,
    "cardsOn" text,
    "twoApprovals" boolean DEFAULT false NOT NULL
);
CREATE TABLE public."CouncilBot" (
    "councilId" text NOT NULL,
    platform text NOT NULL,
    bot integer NOT NULL
);
CREATE TABLE public."Credential" (
    platform text NOT NULL,
    "accessToken" text,
    "refreshToken" text,
    "expiresAt" timestamp(3) without time zone,
    "refreshedAt" timestamp(3) without time zone,
    "refreshingSince" timestamp(3) without time zone,
    "lockedUntil" timestamp(3) without time zone,
    seed text,
    failure text,
    failures integer DEFAULT 0 NOT NULL,
    pending jsonb,
    bot integer DEFAULT 1 NOT NULL
);
CREATE TABLE public."Deadline" (
    id text NOT NULL,
    "taskId" text NOT NULL,
    "position" integer NOT NULL,
    wording text NOT NULL,
    label text,
    kind text NOT NULL,
    "from" text,
    "to" text,
    rrule text,
    "dueOn" text,
    "suspectReason" text,
    "suspectProposed" text,
    "decidedOn" text
);
CREATE TABLE public."Fact" (
    platform text NOT NULL,
    key text NOT NULL,
    value text NOT NULL,
    bot integer DEFAULT 1 NOT NULL
);
CREATE TABLE public."Inbox" (
    id integer NOT NULL,
    platform text NOT NULL,
    "externalId" text NOT NULL,
    "chatKey" text NOT NULL,
    payload jsonb NOT NULL,
    "receivedAt" timestamp(3) without time zone NOT NULL,
    "doneAt" timestamp(3) without time zone,
    failure text,
    bot integer DEFAULT 1 NOT NULL,
    "claimedBy" text,
    "claimedUntil" timestamp(3) without time zone
);
CREATE SEQUENCE public."Inbox_id_seq"
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public."Inbox_id_seq" OWNED BY public."Inbox".id;
CREATE TABLE public."Invite" (
    id text NOT NULL,
    "councilId" text NOT NULL,
    role text NOT NULL,
    "unitId" text,
    "codeHash" text NOT NULL,
    "createdAt" timestamp(3) without time zone NOT NULL,
    "expiresAt" timestamp(3) without time zone NOT NULL,
    "usedAt" timestamp(3) without time zone,
    "usedById" text
);
CREATE TABLE public."JobRun" (
    id integer NOT NULL,
    job text NOT NULL,
    "startedAt" timestamp(3) without time zone NOT NULL,
    "finishedAt" timestamp(3) without time zone,
    counts jsonb,
    failure text
);
CREATE SEQUENCE public."JobRun_id_seq"
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public."JobRun_id_seq" OWNED BY public."JobRun".id;
CREATE TABLE public."Lease" (
    name text NOT NULL,
    holder text NOT NULL,
    until timestamp(3) without time zone NOT NULL
);
CREATE TABLE public."Membership" (
    id text NOT NULL,
    "councilId" text NOT NULL,
    "personId" text NOT NULL,
    role text NOT NULL,
    "unitId" text,
    away boolean DEFAULT false NOT NULL,
    "createdAt" timestamp(3) without time zone NOT NULL
);
CREATE TABLE public."MonthlyUse" (
    platform text NOT NULL,
    month text NOT NULL,
    sent integer DEFAULT 0 NOT NULL,
    received integer DEFAULT 0 NOT NULL,
    bot integer DEFAULT 1 NOT NULL
);
CREATE TABLE public."Nomination" (
    id integer NOT NULL,
    "movementId" text NOT NULL,
    "unitId" text NOT NULL,
    version integer NOT NULL,
    act text NOT NULL,
    said jsonb NOT NULL,
    counts jsonb NOT NULL,
    request boolean DEFAULT false NOT NULL,
    reason text,
    "personId" text,
    "personName" text NOT NULL,
    behalf boolean DEFAULT false NOT NULL,
    at timestamp(3) without time zone NOT NULL,
    platform text,
    chat text,
    "messageId" text,
    revision bigint
);
CREATE SEQUENCE public."Nomination_id_seq"
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public."Nomination_id_seq" OWNED BY public."Nomination".id;
CREATE TABLE public."Outage" (
    platform text NOT NULL,
    since timestamp(3) without time zone NOT NULL,
    reason text NOT NULL,
    down boolean DEFAULT false NOT NULL,
    "toldAt" timestamp(3) without time zone,
    "endedAt" timestamp(3) without time zone,
    bot integer DEFAULT 1 NOT NULL
);
CREATE TABLE public."Outbox" (
    id integer NOT NULL,
    platform text NOT NULL,
    "chatId" text NOT NULL,
    kind text NOT NULL,
    priority integer NOT NULL,
    "dedupeKey" text NOT NULL COLLATE pg_catalog."C",
    payload jsonb NOT NULL,
    "promptId" text,
    state text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    "notBefore" timestamp(3) without time zone NOT NULL,
    "claimedUntil" timestamp(3) without time zone,
    "externalId" text,
    reason text,
    "createdAt" timestamp(3) without time zone NOT NULL,
    "finishedAt" timestamp(3) without time zone,
    reported boolean DEFAULT false NOT NULL,
    bot integer DEFAULT 1 NOT NULL,
    "claimedBy" text
);
CREATE SEQUENCE public."Outbox_id_seq"
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public."Outbox_id_seq" OWNED BY public."Outbox".id;
CREATE TABLE public."Person" (
    id text NOT NULL,
    name text NOT NULL,
    "createdAt" timestamp(3) without time zone NOT NULL,
    preferred text
);
CREATE TABLE public."Plan" (
    id text NOT NULL,
    "councilId" text NOT NULL,
    "createdAt" timestamp(3) without time zone NOT NULL
);
CREATE TABLE public."PlanVersion" (
    id text NOT NULL,
    "planId" text NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    number text,
    "issuedOn" text,
    year integer,
    issuer text,
    title text,
    "from" text,
    "to" text,
    "sourceName" text NOT NULL,
    "sourceHash" text NOT NULL,
    warnings jsonb NOT NULL,
    "createdAt" timestamp(3) without time zone NOT NULL,
    "approvedAt" timestamp(3) without time zone,
    "firstApprovedBy" text,
    "firstApprovedAt" timestamp(3) without time zone
);
CREATE TABLE public."PlaygroundClock" (
    id integer NOT NULL,
    "offsetMs" bigint NOT NULL
);
CREATE TABLE public."PlaygroundMessage" (
    id integer NOT NULL,
    chat text NOT NULL,
    sender text,
    body jsonb NOT NULL,
    at timestamp(3) without time zone NOT NULL,
    "editedAt" timestamp(3) without time zone
);
CREATE SEQUENCE public."PlaygroundMessage_id_seq"
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public."PlaygroundMessage_id_seq" OWNED BY public."PlaygroundMessage".id;
CREATE TABLE public."Prompt" (
    id text NOT NULL,
    "chatId" text NOT NULL,
    "personId" text,
    "askedById" text,
    choices jsonb NOT NULL,
    "createdAt" timestamp(3) without time zone NOT NULL,
    "expiresAt" timestamp(3) without time zone NOT NULL,
    "answeredAt" timestamp(3) without time zone,
    menu boolean DEFAULT false NOT NULL,
    standing boolean DEFAULT false NOT NULL
);
CREATE TABLE public."Question" (
    "chatId" text NOT NULL,
    "personId" text NOT NULL,
    line text NOT NULL,
    "expiresAt" timestamp(3) without time zone NOT NULL
);
CREATE TABLE public."Quota" (
    id text NOT NULL,
    "versionId" text NOT NULL,
    "position" integer NOT NULL,
    appendix text,
    movement text NOT NULL,
    unit text,
    "collectiveMax" integer,
    "collectiveOf" integer,
    "individualMax" integer,
    "individualOf" integer,
    "familyMax" integer,
    "familyOf" integer,
    basis text NOT NULL,
    wording text NOT NULL
);
CREATE TABLE public."Receipt" (
    "recipientId" text NOT NULL,
    "personId" text NOT NULL,
    at timestamp(3) without time zone NOT NULL
);
CREATE TABLE public."Round" (
    id text NOT NULL,
    "councilId" text NOT NULL,
    title text NOT NULL,
    state text NOT NULL,
    deadline timestamp(3) without time zone NOT NULL,
    "createdAt" timestamp(3) without time zone NOT NULL,
    "openedAt" timestamp(3) without time zone,
    "closedAt" timestamp(3) without time zone,
    "chasedOn" text,
    "overTold" boolean DEFAULT false NOT NULL,
    stale boolean DEFAULT false NOT NULL
);
CREATE TABLE public."RoundCard" (
    "roundId" text NOT NULL,
    "chatId" text NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    shows text DEFAULT ''::text NOT NULL,
    "messageId" text
);
CREATE TABLE public."RoundMovement" (
    id text NOT NULL,
    "roundId" text NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL,
    basis text NOT NULL,
    wording text NOT NULL,
    "hasTotal" boolean DEFAULT false NOT NULL,
    "collectiveMax" integer,
    "collectiveOf" integer,
    "individualMax" integer,
    "individualOf" integer,
    "familyMax" integer,
    "familyOf" integer,
    settled jsonb
);
CREATE TABLE public."RoundQuota" (
    "movementId" text NOT NULL,
    "unitId" text NOT NULL,
    "position" integer NOT NULL,
    "hasQuota" boolean DEFAULT false NOT NULL,
    "collectiveMax" integer,
    "collectiveOf" integer,
    "individualMax" integer,
    "individualOf" integer,
    "familyMax" integer,
    "familyOf" integer,
    base integer
);
CREATE TABLE public."SharedFile" (
    "tokenHash" text NOT NULL,
    name text NOT NULL,
    mime text NOT NULL,
    bytes bytea NOT NULL,
    "createdAt" timestamp(3) without time zone NOT NULL,
    "expiresAt" timestamp(3) without time zone NOT NULL
);
CREATE TABLE public."Snooze" (
    "chatId" text NOT NULL,
    "deadlineId" text NOT NULL,
    "on" text NOT NULL
);
CREATE TABLE public."TakenChoice" (
    "promptId" text NOT NULL,
    index integer NOT NULL
);
CREATE TABLE public."Task" (
    id text NOT NULL,
    "versionId" text NOT NULL,
    "position" integer NOT NULL,
    appendix text,
    section text,
    no text,
    title text NOT NULL,
    direct text,
    lead text,
    support text,
    "sameAsId" text,
    reminders jsonb
);
CREATE TABLE public."Template" (
    id text NOT NULL,
    "councilId" text NOT NULL,
    name text NOT NULL,
    key text NOT NULL,
    body jsonb NOT NULL,
    "createdAt" timestamp(3) without time zone NOT NULL
);
CREATE TABLE public."Unit" (
    id text NOT NULL,
    "councilId" text NOT NULL,
    name text NOT NULL,
    key text NOT NULL,
    phone text,
    "createdAt" timestamp(3) without time zone NOT NULL
);
CREATE TABLE public."UnitAlias" (
    "unitId" text NOT NULL,
    name text NOT NULL,
    key text NOT NULL
);
CREATE TABLE public."UnitBody" (
    "unitId" text NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL
);
CREATE TABLE public."WorkingDay" (
    "councilId" text NOT NULL,
    date text NOT NULL,
    working boolean NOT NULL
);
CREATE TABLE public._prisma_migrations (
    id character varying(36) NOT NULL,
    checksum character varying(64) NOT NULL,
    finished_at timestamp with time zone,
    migration_name character varying(255) NOT NULL,
    logs text,
    rolled_back_at timestamp with time zone,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    applied_steps_count integer DEFAULT 0 NOT NULL
);
ALTER TABLE ONLY public."ApiRequest" ALTER COLUMN id SET DEFAULT nextval('public."ApiRequest_id_seq"'::regclass);
ALTER TABLE ONLY public."Audit" ALTER COLUMN id SET DEFAULT nextval('public."Audit_id_seq"'::regclass);
ALTER TABLE ONLY public."Inbox" ALTER COLUMN id SET DEFAULT nextval('public."Inbox_id_seq"'::regclass);
ALTER TABLE ONLY public."JobRun" ALTER COLUMN id SET DEFAULT nextval('public."JobRun_id_seq"'::regclass);
ALTER TABLE ONLY public."Nomination" ALTER COLUMN id SET DEFAULT nextval('public."Nomination_id_seq"'::regclass);
ALTER TABLE ONLY public."Outbox" ALTER COLUMN id SET DEFAULT nextval('public."Outbox_id_seq"'::regclass);
ALTER TABLE ONLY public."PlaygroundMessage" ALTER COLUMN id SET DEFAULT nextval('public."PlaygroundMessage_id_seq"'::regclass);
INSERT INTO public."Account" VALUES ('telegram', 'sec', 'daacff78-18d1-44cb-86e2-810991cf4962');
INSERT INTO public."Account" VALUES ('telegram', 'head', '5eb4d577-9936-4bd3-bb5b-e4086e21d80a');
INSERT INTO public."AccountCode" VALUES ('account-code', '5eb4d577-9936-4bd3-bb5b-e4086e21d80a', '2025-02-20 01:30:00', '2025-02-28 01:30:00', NULL);
INSERT INTO public."Announcement" VALUES ('4bb4bd7c-c1b9-4b13-966f-c531b7f17497', '8e80d97b-9e27-4b6c-8562-beeaa620682e', 'draft', '[{"body": {"text": "Họp Hội đồng lúc 14 giờ", "spans": []}, "media": []}]', '{"heads": [], "groups": [], "members": false}', false, NULL, NULL, 'daacff78-18d1-44cb-86e2-810991cf4962', '2025-02-20 01:30:00', NULL, NULL);
INSERT INTO public."AnnouncementProgress" VALUES ('4bb4bd7c-c1b9-4b13-966f-c531b7f17497', '54774c14-083f-4dde-8fe0-af7319bc9592', 1, 'digest', '2025-02-20 01:30:00');
INSERT INTO public."AnnouncementRecipient" VALUES ('3965dfe4-9442-467f-b60a-fc4afc2e8edb', '4bb4bd7c-c1b9-4b13-966f-c531b7f17497', 0, '54774c14-083f-4dde-8fe0-af7319bc9592', 'Nhóm', NULL, NULL, 'sent', NULL, 0, true, '["bot-2"]');
INSERT INTO public."ApiRequest" VALUES (1, 'zalo-oa', 1, '2025-02-20 01:30:00', false);
INSERT INTO public."Audit" VALUES (1, '8e80d97b-9e27-4b6c-8562-beeaa620682e', NULL, 'council-created', '{"name": "Hội đồng TĐKT phường Cũ"}', NULL, '2025-02-20 01:30:00');
INSERT INTO public."Audit" VALUES (2, '8e80d97b-9e27-4b6c-8562-beeaa620682e', 'daacff78-18d1-44cb-86e2-810991cf4962', 'person-linked', '{"role": "secretariat"}', NULL, '2025-02-20 01:30:00');
INSERT INTO public."Audit" VALUES (3, '8e80d97b-9e27-4b6c-8562-beeaa620682e', 'daacff78-18d1-44cb-86e2-810991cf4962', 'chat-linked', '{"chat": "group-1", "platform": "telegram"}', NULL, '2025-02-20 01:30:00');
INSERT INTO public."Audit" VALUES (4, '8e80d97b-9e27-4b6c-8562-beeaa620682e', NULL, 'plan-stored', '{"file": "ke-hoach.txt", "versionId": "203044dd-aa31-4bc4-8408-0b1a324094bb"}', NULL, '2025-02-20 01:30:00');
INSERT INTO public."Audit" VALUES (5, '8e80d97b-9e27-4b6c-8562-beeaa620682e', NULL, 'plan-approved', '{"versionId": "203044dd-aa31-4bc4-8408-0b1a324094bb"}', NULL, '2025-02-20 01:30:00');
INSERT INTO public."Audit" VALUES (6, '8e80d97b-9e27-4b6c-8562-beeaa620682e', 'daacff78-18d1-44cb-86e2-810991cf4962', 'invite-created', '{"role": "head", "unit": "Công an phường"}', 'Công an phường', '2025-02-20 01:30:00');
INSERT INTO public."Audit" VALUES (7, '8e80d97b-9e27-4b6c-8562-beeaa620682e', '5eb4d577-9936-4bd3-bb5b-e4086e21d80a', 'person-linked', '{"role": "head"}', NULL, '2025-02-20 01:30:00');
INSERT INTO public."CalendarToken" VALUES ('cfd8f79d-dcd2-4d11-b992-1485fa497eaa', '8e80d97b-9e27-4b6c-8562-beeaa620682e', '858c0eda-04f5-4fa6-b59c-b46aa5018fdf', 'calendar', '5eb4d577-9936-4bd3-bb5b-e4086e21d80a', '2025-02-20 01:30:00', NULL);
INSERT INTO public."Card" VALUES ('54774c14-083f-4dde-8fe0-af7319bc9592', '2025-01-01', 1, 'digest', 'bot-1', true, false);
INSERT INTO public."Chat" VALUES ('cd96b026-4467-40b9-8246-07f1cee5b5e5', 'telegram', 'sec', 'private', NULL, NULL, NULL, 'active', NULL, '2025-02-20 01:30:00', true, NULL, NULL, '2025-02-20 01:30:00', 1);
INSERT INTO public."Chat" VALUES ('54774c14-083f-4dde-8fe0-af7319bc9592', 'telegram', 'group-1', 'group', 'Nhóm Hội đồng', NULL, NULL, 'active', NULL, NULL, true, '8e80d97b-9e27-4b6c-8562-beeaa620682e', '2025-02-20 01:30:00', '2025-02-20 01:30:00', 1);
INSERT INTO public."Chat" VALUES ('947b8e79-b8aa-4475-929f-943cdcf38a5c', 'telegram', 'head', 'private', NULL, NULL, NULL, 'active', NULL, '2025-02-20 01:30:00', true, NULL, NULL, '2025-02-20 01:30:00', 1);
INSERT INTO public."Completion" VALUES ('95eae07b-cdef-49d8-a63c-2a6825e08efc', 'd04bcc91-3de7-495e-9dff-aa140b0680ef', 'fd2409e6-b628-4b93-a265-7b39fb48479c', NULL, '5eb4d577-9936-4bd3-bb5b-e4086e21d80a', '2025-02-20 01:30:00');
INSERT INTO public."Council" VALUES ('8e80d97b-9e27-4b6c-8562-beeaa620682e', 'Hội đồng TĐKT phường Cũ', 'vi', 'Asia/Ho_Chi_Minh', '2025-02-20 01:30:00', NULL, '2025-02-20', NULL, false);
INSERT INTO public."CouncilBot" VALUES ('8e80d97b-9e27-4b6c-8562-beeaa620682e', 'telegram', 1);
INSERT INTO public."Credential" VALUES ('zalo-oa', 'access', 'refresh', '2025-02-28 01:30:00', '2025-02-20 01:30:00', NULL, NULL, NULL, NULL, 0, NULL, 1);
INSERT INTO public."Deadline" VALUES ('fd2409e6-b628-4b93-a265-7b39fb48479c', 'd04bcc91-3de7-495e-9dff-aa140b0680ef', 0, 'Trước ngày 15/01/2025', NULL, 'before', NULL, '2025-01-15', NULL, '2025-01-14', NULL, NULL, NULL);
INSERT INTO public."Deadline" VALUES ('34a89117-4293-465f-9b86-a7a933a2b96f', '4e64b64d-043c-4bdb-bda8-59f2b01d8549', 0, 'Trước ngày 15/3/2025', NULL, 'before', NULL, '2025-03-15', NULL, '2025-03-14', NULL, NULL, NULL);
INSERT INTO public."Deadline" VALUES ('b930d990-52c5-4269-9b5d-32ff1c52c9ad', 'eb385ae7-44cf-48fe-a875-a264f9afbf9e', 0, 'Hoàn thành dự thảo trước 05/3/2025', 'Hoàn thành dự thảo', 'before', NULL, '2025-03-05', NULL, '2025-03-04', NULL, NULL, NULL);
INSERT INTO public."Deadline" VALUES ('196914cf-2675-42a7-ab2f-c4ecfaf2ae07', 'eb385ae7-44cf-48fe-a875-a264f9afbf9e', 1, 'Trình Hội đồng trước 20/3/2025', 'Trình Hội đồng', 'before', NULL, '2025-03-20', NULL, '2025-03-19', NULL, NULL, NULL);
INSERT INTO public."Deadline" VALUES ('d18f8ded-bf82-4cc7-9e49-3605964a8571', 'abff05e0-6fd0-4fe4-8e67-f960c0fff08e', 0, 'Trước ngày 16/6/2024', NULL, 'before', NULL, '2024-06-16', NULL, '2024-06-15', 'before-issue', '2025-06-16', NULL);
INSERT INTO public."Deadline" VALUES ('a2eb06d4-ebf6-4b78-9eb3-cbf39b93b8fd', 'ec5c122c-4a4a-4e25-b0e1-6eb0a43a627a', 0, 'Tháng 6/2025', NULL, 'month', '2025-06-01', '2025-06-30', NULL, '2025-06-30', NULL, NULL, NULL);
INSERT INTO public."Deadline" VALUES ('5c4bdea1-7fe3-4e0e-9fb3-cce338037966', 'ec877c91-691e-4452-8e06-ac589d9a5775', 0, '25 hàng tháng', NULL, 'monthly', NULL, NULL, 'FREQ=MONTHLY;BYMONTHDAY=25', NULL, NULL, NULL, NULL);
INSERT INTO public."Deadline" VALUES ('e49485c6-2bc8-46a5-b0cb-0c3ee50a2469', '9e9c49df-4497-49be-9c9d-258f873e5007', 0, 'Khi có phát sinh', NULL, 'open', NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public."Fact" VALUES ('zalo-oa', 'account', '1', 1);
INSERT INTO public."Inbox" VALUES (1, 'telegram', 'update-1', 'telegram:sec', '{}', '2025-02-20 01:30:00', '2025-02-20 01:30:00', NULL, 1, '25fed7ea-66aa-472b-ada0-bee0c2581a88', '2025-02-20 01:30:15');
INSERT INTO public."Inbox" VALUES (2, 'telegram', 'update-3', 'telegram:group-1', '{}', '2025-02-20 01:30:00', '2025-02-20 01:30:00', NULL, 1, '25fed7ea-66aa-472b-ada0-bee0c2581a88', '2025-02-20 01:30:15');
INSERT INTO public."Inbox" VALUES (3, 'telegram', 'update-5', 'telegram:sec', '{}', '2025-02-20 01:30:00', '2025-02-20 01:30:00', NULL, 1, '25fed7ea-66aa-472b-ada0-bee0c2581a88', '2025-02-20 01:30:15');
INSERT INTO public."Inbox" VALUES (4, 'telegram', 'update-7', 'telegram:head', '{}', '2025-02-20 01:30:00', '2025-02-20 01:30:00', NULL, 1, '25fed7ea-66aa-472b-ada0-bee0c2581a88', '2025-02-20 01:30:15');
INSERT INTO public."Inbox" VALUES (5, 'telegram', 'update-9', 'telegram:sec', '{}', '2025-02-20 01:30:00', '2025-02-20 01:30:00', NULL, 1, '25fed7ea-66aa-472b-ada0-bee0c2581a88', '2025-02-20 01:30:15');
INSERT INTO public."Inbox" VALUES (6, 'telegram', 'update-11', 'telegram:group-1', '{}', '2025-02-20 01:30:00', '2025-02-20 01:30:00', NULL, 1, '25fed7ea-66aa-472b-ada0-bee0c2581a88', '2025-02-20 01:30:15');
INSERT INTO public."Inbox" VALUES (7, 'telegram', 'update-13', 'telegram:sec', '{}', '2025-02-20 01:30:00', '2025-02-20 01:30:00', NULL, 1, '25fed7ea-66aa-472b-ada0-bee0c2581a88', '2025-02-20 01:30:15');
INSERT INTO public."Inbox" VALUES (8, 'telegram', 'late', 'telegram:sec', '{"chat": {"kind": "private", "externalId": "sec"}, "event": {"kind": "text", "text": "/trogiup", "addressed": "private", "messageId": "late"}, "sender": {"name": "Chị Thư", "externalId": "sec"}, "platform": "telegram", "externalId": "late"}', '2025-02-20 01:30:00', NULL, NULL, 1, NULL, NULL);
INSERT INTO public."Invite" VALUES ('652a5d89-999c-418d-9bcd-e399fa319df5', '8e80d97b-9e27-4b6c-8562-beeaa620682e', 'secretariat', NULL, 'b5e09851ba93bf4d43fa729c902d436d1e7a15fafa53e9cf5b6aad373cb1ccd8', '2025-02-20 01:30:00', '2025-02-27 01:30:00', '2025-02-20 01:30:00', 'daacff78-18d1-44cb-86e2-810991cf4962');
INSERT INTO public."Invite" VALUES ('69f41c1a-9848-481f-8752-f3fef95d0214', '8e80d97b-9e27-4b6c-8562-beeaa620682e', 'head', '858c0eda-04f5-4fa6-b59c-b46aa5018fdf', '37b3b8e204b7da2a0ebdf80999c36feac61ec73a7443a471e27b93221a5abaed', '2025-02-20 01:30:00', '2025-02-27 01:30:00', '2025-02-20 01:30:00', '5eb4d577-9936-4bd3-bb5b-e4086e21d80a');
INSERT INTO public."JobRun" VALUES (1, 'remind', '2025-02-20 01:30:00', '2025-02-20 01:30:00', '{"failed": 0, "councils": 1, "messages": 0}', NULL);
INSERT INTO public."Lease" VALUES ('serve:old', 'old', '2025-02-20 01:30:00');
INSERT INTO public."Membership" VALUES ('cb5e32a9-4ec9-4b48-99cd-229f71cc8045', '8e80d97b-9e27-4b6c-8562-beeaa620682e', 'daacff78-18d1-44cb-86e2-810991cf4962', 'secretariat', NULL, false, '2025-02-20 01:30:00');
INSERT INTO public."Membership" VALUES ('57b8875c-572b-4c2f-be6f-6ecdf1cbb892', '8e80d97b-9e27-4b6c-8562-beeaa620682e', '5eb4d577-9936-4bd3-bb5b-e4086e21d80a', 'head', '858c0eda-04f5-4fa6-b59c-b46aa5018fdf', false, '2025-02-20 01:30:00');
INSERT INTO public."MonthlyUse" VALUES ('zalo-oa', '2025-02', 12, 7, 1);
INSERT INTO public."Nomination" VALUES (1, 'a3276a2d-fc6a-4ce7-bb33-9b8e60e246a6', '858c0eda-04f5-4fa6-b59c-b46aa5018fdf', 1, 'said', '{"collective": 2, "individual": 4}', '{"collective": 2, "individual": 4}', false, NULL, '5eb4d577-9936-4bd3-bb5b-e4086e21d80a', 'Anh Công', false, '2025-02-20 01:30:00', NULL, NULL, NULL, NULL);
INSERT INTO public."Outage" VALUES ('zalo-oa', '2025-02-20 01:30:00', 'plan', true, '2025-02-20 01:30:00', NULL, 1);
INSERT INTO public."Outbox" VALUES (1, 'telegram', 'cd96b026-4467-40b9-8246-07f1cee5b5e5', 'reply', 0, 'reply:1:0', '{"body": {"text": "Đã ghi nhận Chị Thư là thư ký của Hội đồng TĐKT phường Cũ.\n/viec: việc đến hạn. Ví dụ: quý này có gì đến hạn? tháng 7, tuần sau, quá hạn, 30 ngày tới, việc của đơn vị tôi", "spans": [{"style": "bold", "length": 23, "offset": 34}, {"style": "bold", "length": 5, "offset": 59}, {"style": "italic", "length": 83, "offset": 87}]}, "choices": []}', NULL, 'sent', 1, '2025-02-20 01:30:00', NULL, 'bot-2', NULL, '2025-02-20 01:30:00', '2025-02-20 01:30:00', false, 1, NULL);
INSERT INTO public."Outbox" VALUES (2, 'telegram', '54774c14-083f-4dde-8fe0-af7319bc9592', 'reply', 0, 'reply:2:0', '{"body": {"text": "Đã liên kết nhóm này với Hội đồng TĐKT phường Cũ. Mọi người trong nhóm có thể hỏi: quý này có gì đến hạn?", "spans": [{"style": "bold", "length": 23, "offset": 25}, {"style": "italic", "length": 22, "offset": 83}]}, "answers": "m2", "choices": []}', NULL, 'sent', 1, '2025-02-20 01:30:00', NULL, 'bot-4', NULL, '2025-02-20 01:30:00', '2025-02-20 01:30:00', false, 1, NULL);
INSERT INTO public."Outbox" VALUES (3, 'telegram', 'cd96b026-4467-40b9-8246-07f1cee5b5e5', 'reply', 0, 'reply:3:0', '{"body": {"text": "Mã cho trưởng Công an phường, dùng một lần, trong 7 ngày (đến 27/02/2025):\n/start 6Q6VV0SYM8RDR24EVTRRNJDJV1\nHoặc mở liên kết: https://chat.example/bot?start=6Q6VV0SYM8RDR24EVTRRNJDJV1\nChuyển tin này riêng cho người được giao. Ai có mã cũng dùng được, nên không gửi vào nhóm.", "spans": [{"style": "code", "length": 33, "offset": 75}]}, "choices": []}', NULL, 'sent', 1, '2025-02-20 01:30:00', NULL, 'bot-6', NULL, '2025-02-20 01:30:00', '2025-02-20 01:30:00', false, 1, NULL);
INSERT INTO public."Outbox" VALUES (4, 'telegram', '947b8e79-b8aa-4475-929f-943cdcf38a5c', 'reply', 0, 'reply:4:0', '{"body": {"text": "Đã ghi nhận Anh Công là trưởng Công an phường của Hội đồng TĐKT phường Cũ.\n/viec: việc đến hạn. Ví dụ: quý này có gì đến hạn? tháng 7, tuần sau, quá hạn, 30 ngày tới, việc của đơn vị tôi", "spans": [{"style": "bold", "length": 23, "offset": 50}, {"style": "bold", "length": 5, "offset": 75}, {"style": "italic", "length": 83, "offset": 103}]}, "choices": []}', NULL, 'sent', 1, '2025-02-20 01:30:00', NULL, 'bot-8', NULL, '2025-02-20 01:30:00', '2025-02-20 01:30:00', false, 1, NULL);
INSERT INTO public."Outbox" VALUES (5, 'telegram', 'cd96b026-4467-40b9-8246-07f1cee5b5e5', 'reply', 0, 'reply:5:0', '{"body": {"text": "Lịch của Hội đồng TĐKT phường Cũ: 6 mốc thời gian. Mở tệp này để đưa vào lịch trên điện thoại hoặc máy tính. Khi kế hoạch thay đổi, mở tệp mới để cập nhật.\n⚠ Chưa đưa vào lịch 1 mốc chờ thư ký xác nhận ngày.\nNgoài ra có 1 việc không ấn định ngày.", "spans": [{"style": "bold", "length": 32, "offset": 0}]}, "file": {"mime": "text/calendar", "name": "lich-hoi-dong-tdkt-phuong-cu.ics", "base64": "QkVHSU46VkNBTEVOREFSDQpWRVJTSU9OOjIuMA0KUFJPRElEOi0vL3Rka3QtYm90Ly9jYWxlbmRhci8vVkkNCk1FVEhPRDpQVUJMSVNIDQpOQU1FOkjhu5lpIMSR4buTbmcgVMSQS1QgcGjGsOG7nW5nIEPFqQ0KWC1XUi1DQUxOQU1FOkjhu5lpIMSR4buTbmcgVMSQS1QgcGjGsOG7nW5nIEPFqQ0KUkVGUkVTSC1JTlRFUlZBTDtWQUxVRT1EVVJBVElPTjpQVDZIDQpYLVBVQkxJU0hFRC1UVEw6UFQ2SA0KQkVHSU46VkVWRU5UDQpVSUQ6OWE2OTkxYzYxMThlNWQyMzAwN2JlNDI4OWFlYmQzYmVAdGRrdC1ib3QNClNFUVVFTkNFOjcNCkRUU1RBTVA6MjAyNTAyMjBUMDEzMDAwWg0KRFRTVEFSVDtWQUxVRT1EQVRFOjIwMjUwMTE0DQpEVEVORDtWQUxVRT1EQVRFOjIwMjUwMTE1DQpYLU1JQ1JPU09GVC1DRE8tQUxMREFZRVZFTlQ6VFJVRQ0KWC1NSUNST1NPRlQtTVNOQ0FMRU5EQVItQUxMREFZRVZFTlQ6VFJVRQ0KU1VNTUFSWTpUcsaw4bubYyBuZ8OgeSAxNS8wMS8yMDI1OiBU4buVbmcga+G6v3QgcGhvbmcgdHLDoG8gdGhpIMSRdWEgbsSDbSANCiAyMDI0DQpUUkFOU1A6VFJBTlNQQVJFTlQNCkRFU0NSSVBUSU9OOlThu5VuZyBr4bq/dCBwaG9uZyB0csOgbyB0aGkgxJF1YSBuxINtIDIwMjRcblRo4budaSBo4bqhbjogVHINCiDGsOG7m2MgbmfDoHkgMTUvMDEvMjAyNVxuVGjhu7FjIGhp4buHbjogVsSDbiBwaMOybmcgVUJORFxuUGjhu5FpIGjhu6NwOiBDDQogw6FjIGLhu5kgcGjhuq1uXG5W4buLIHRyw60gdHJvbmcga+G6vyBob+G6oWNoOiBQTDEgbeG7pWMgMVxuS+G6vyBob+G6oWNoIDANCiA3L0tILVVCTkQNCkJFR0lOOlZBTEFSTQ0KQUNUSU9OOkRJU1BMQVkNClRSSUdHRVI6LVA2RFQxNkgNCkRFU0NSSVBUSU9OOlRyxrDhu5tjIG5nw6B5IDE1LzAxLzIwMjU6IFThu5VuZyBr4bq/dCBwaG9uZyB0csOgbyB0aGkgxJF1YSBuDQogxINtIDIwMjQNCkVORDpWQUxBUk0NCkJFR0lOOlZBTEFSTQ0KQUNUSU9OOkRJU1BMQVkNClRSSUdHRVI6LVBUMTZIDQpERVNDUklQVElPTjpUcsaw4bubYyBuZ8OgeSAxNS8wMS8yMDI1OiBU4buVbmcga+G6v3QgcGhvbmcgdHLDoG8gdGhpIMSRdWEgbg0KIMSDbSAyMDI0DQpFTkQ6VkFMQVJNDQpDQVRFR09SSUVTOlRoaSDEkXVhIC0gS2hlbiB0aMaw4bufbmcsVsSDbiBwaMOybmcgVUJORA0KU1RBVFVTOkNPTkZJUk1FRA0KWC1NSUNST1NPRlQtQ0RPLUJVU1lTVEFUVVM6RlJFRQ0KTEFTVC1NT0RJRklFRDoyMDI1MDIyMFQwMTMwMDBaDQpFTkQ6VkVWRU5UDQpCRUdJTjpWRVZFTlQNClVJRDphZTAwZjBjOTBkNWUyNjA0NzI3YTU5ZmU1ZTQyMWQxOEB0ZGt0LWJvdA0KU0VRVUVOQ0U6Nw0KRFRTVEFNUDoyMDI1MDIyMFQwMTMwMDBaDQpEVFNUQVJUO1ZBTFVFPURBVEU6MjAyNTAxMjUNCkRURU5EO1ZBTFVFPURBVEU6MjAyNTAxMjYNClgtTUlDUk9TT0ZULUNETy1BTExEQVlFVkVOVDpUUlVFDQpYLU1JQ1JPU09GVC1NU05DQUxFTkRBUi1BTExEQVlFVkVOVDpUUlVFDQpSUlVMRTpGUkVRPU1PTlRITFk7QllNT05USERBWT0yNTtVTlRJTD0yMDI1MTIyNQ0KU1VNTUFSWToyNSBow6BuZyB0aMOhbmc6IELDoW8gY8OhbyBr4bq/dCBxdeG6oyBwaG9uZyB0csOgbw0KVFJBTlNQOlRSQU5TUEFSRU5UDQpERVNDUklQVElPTjpCw6FvIGPDoW8ga+G6v3QgcXXhuqMgcGhvbmcgdHLDoG9cblRo4budaSBo4bqhbjogMjUgaMOgbmcgdGjDoQ0KIG5nXG5UaOG7sWMgaGnhu4duOiBDw7RuZyBhbiBwaMaw4budbmdcblbhu4sgdHLDrSB0cm9uZyBr4bq/IGhv4bqhY2g6IFBMMSBtDQog4bulYyA2XG5L4bq/IGhv4bqhY2ggMDcvS0gtVUJORA0KQkVHSU46VkFMQVJNDQpBQ1RJT046RElTUExBWQ0KVFJJR0dFUjotUDZEVDE2SA0KREVTQ1JJUFRJT046MjUgaMOgbmcgdGjDoW5nOiBCw6FvIGPDoW8ga+G6v3QgcXXhuqMgcGhvbmcgdHLDoG8NCkVORDpWQUxBUk0NCkJFR0lOOlZBTEFSTQ0KQUNUSU9OOkRJU1BMQVkNClRSSUdHRVI6LVBUMTZIDQpERVNDUklQVElPTjoyNSBow6BuZyB0aMOhbmc6IELDoW8gY8OhbyBr4bq/dCBxdeG6oyBwaG9uZyB0csOgbw0KRU5EOlZBTEFSTQ0KQ0FURUdPUklFUzpUaGkgxJF1YSAtIEtoZW4gdGjGsOG7n25nLEPDtG5nIGFuIHBoxrDhu51uZw0KU1RBVFVTOkNPTkZJUk1FRA0KWC1NSUNST1NPRlQtQ0RPLUJVU1lTVEFUVVM6RlJFRQ0KTEFTVC1NT0RJRklFRDoyMDI1MDIyMFQwMTMwMDBaDQpFTkQ6VkVWRU5UDQpCRUdJTjpWRVZFTlQNClVJRDo5OWJjZWRmNDMxMmE0NTZjZDAzNzI3ZmRlNDMyODE2ZkB0ZGt0LWJvdA0KU0VRVUVOQ0U6Nw0KRFRTVEFNUDoyMDI1MDIyMFQwMTMwMDBaDQpEVFNUQVJUO1ZBTFVFPURBVEU6MjAyNTAzMDQNCkRURU5EO1ZBTFVFPURBVEU6MjAyNTAzMDUNClgtTUlDUk9TT0ZULUNETy1BTExEQVlFVkVOVDpUUlVFDQpYLU1JQ1JPU09GVC1NU05DQUxFTkRBUi1BTExEQVlFVkVOVDpUUlVFDQpTVU1NQVJZOkhvw6BuIHRow6BuaCBk4buxIHRo4bqjbyB0csaw4bubYyAwNS8zLzIwMjU6IEzhuq1wIGRhbmggc8OhY2ggZ8awDQogxqFuZyBuZ8aw4budaSB04buRdFwsIHZp4buHYyB04buRdA0KVFJBTlNQOlRSQU5TUEFSRU5UDQpERVNDUklQVElPTjpM4bqtcCBkYW5oIHPDoWNoIGfGsMahbmcgbmfGsOG7nWkgdOG7kXRcLCB2aeG7h2MgdOG7kXRcblRo4budaQ0KICBo4bqhbjogSG/DoG4gdGjDoG5oIGThu7EgdGjhuqNvIHRyxrDhu5tjIDA1LzMvMjAyNVxuVGjhu7FjIGhp4buHbjogWSB04bq/DQogIHBoxrDhu51uZ1xuVuG7iyB0csOtIHRyb25nIGvhur8gaG/huqFjaDogUEwxIG3hu6VjIDNcbkvhur8gaG/huqFjaCAwNy9LSC0NCiBVQk5EDQpCRUdJTjpWQUxBUk0NCkFDVElPTjpESVNQTEFZDQpUUklHR0VSOi1QNkRUMTZIDQpERVNDUklQVElPTjpIb8OgbiB0aMOgbmggZOG7sSB0aOG6o28gdHLGsOG7m2MgMDUvMy8yMDI1OiBM4bqtcCBkYW5oIHPDoWNoIA0KIGfGsMahbmcgbmfGsOG7nWkgdOG7kXRcLCB2aeG7h2MgdOG7kXQNCkVORDpWQUxBUk0NCkJFR0lOOlZBTEFSTQ0KQUNUSU9OOkRJU1BMQVkNClRSSUdHRVI6LVBUMTZIDQpERVNDUklQVElPTjpIb8OgbiB0aMOgbmggZOG7sSB0aOG6o28gdHLGsOG7m2MgMDUvMy8yMDI1OiBM4bqtcCBkYW5oIHPDoWNoIA0KIGfGsMahbmcgbmfGsOG7nWkgdOG7kXRcLCB2aeG7h2MgdOG7kXQNCkVORDpWQUxBUk0NCkNBVEVHT1JJRVM6VGhpIMSRdWEgLSBLaGVuIHRoxrDhu59uZyxZIHThur8gcGjGsOG7nW5nDQpTVEFUVVM6Q09ORklSTUVEDQpYLU1JQ1JPU09GVC1DRE8tQlVTWVNUQVRVUzpGUkVFDQpMQVNULU1PRElGSUVEOjIwMjUwMjIwVDAxMzAwMFoNCkVORDpWRVZFTlQNCkJFR0lOOlZFVkVOVA0KVUlEOjkwZTg3NTM1ZTEzOGQ3N2M0MTYzOWQyNmFmYzc3MzFkQHRka3QtYm90DQpTRVFVRU5DRTo3DQpEVFNUQU1QOjIwMjUwMjIwVDAxMzAwMFoNCkRUU1RBUlQ7VkFMVUU9REFURToyMDI1MDMxNA0KRFRFTkQ7VkFMVUU9REFURToyMDI1MDMxNQ0KWC1NSUNST1NPRlQtQ0RPLUFMTERBWUVWRU5UOlRSVUUNClgtTUlDUk9TT0ZULU1TTkNBTEVOREFSLUFMTERBWUVWRU5UOlRSVUUNClNVTU1BUlk6VHLGsOG7m2MgbmfDoHkgMTUvMy8yMDI1OiBLw70gZ2lhbyDGsOG7m2MgdGhpIMSRdWEgZ2nhu69hIGPDoWMgdA0KIOG7lSBkw6JuIHBo4buRDQpUUkFOU1A6VFJBTlNQQVJFTlQNCkRFU0NSSVBUSU9OOkvDvSBnaWFvIMaw4bubYyB0aGkgxJF1YSBnaeG7r2EgY8OhYyB04buVIGTDom4gcGjhu5FcblRo4budaSBoDQog4bqhbjogVHLGsOG7m2MgbmfDoHkgMTUvMy8yMDI1XG5UaOG7sWMgaGnhu4duOiBDw7RuZyBhbiBwaMaw4budbmdcblBo4buRaSANCiBo4bujcDogVsSDbiBwaMOybmcgVUJORFxuVuG7iyB0csOtIHRyb25nIGvhur8gaG/huqFjaDogUEwxIG3hu6VjIDJcbkvhur8gaA0KIG/huqFjaCAwNy9LSC1VQk5EDQpCRUdJTjpWQUxBUk0NCkFDVElPTjpESVNQTEFZDQpUUklHR0VSOi1QNkRUMTZIDQpERVNDUklQVElPTjpUcsaw4bubYyBuZ8OgeSAxNS8zLzIwMjU6IEvDvSBnaWFvIMaw4bubYyB0aGkgxJF1YSBnaeG7r2EgY8OhYw0KICB04buVIGTDom4gcGjhu5ENCkVORDpWQUxBUk0NCkJFR0lOOlZBTEFSTQ0KQUNUSU9OOkRJU1BMQVkNClRSSUdHRVI6LVBUMTZIDQpERVNDUklQVElPTjpUcsaw4bubYyBuZ8OgeSAxNS8zLzIwMjU6IEvDvSBnaWFvIMaw4bubYyB0aGkgxJF1YSBnaeG7r2EgY8OhYw0KICB04buVIGTDom4gcGjhu5ENCkVORDpWQUxBUk0NCkNBVEVHT1JJRVM6VGhpIMSRdWEgLSBLaGVuIHRoxrDhu59uZyxDw7RuZyBhbiBwaMaw4budbmcNClNUQVRVUzpDT05GSVJNRUQNClgtTUlDUk9TT0ZULUNETy1CVVNZU1RBVFVTOkZSRUUNCkxBU1QtTU9ESUZJRUQ6MjAyNTAyMjBUMDEzMDAwWg0KRU5EOlZFVkVOVA0KQkVHSU46VkVWRU5UDQpVSUQ6NGU5NGUzN2Y5M2I2ZGVmOGQ3NDA5MjE2YTAwYWRjZjlAdGRrdC1ib3QNClNFUVVFTkNFOjcNCkRUU1RBTVA6MjAyNTAyMjBUMDEzMDAwWg0KRFRTVEFSVDtWQUxVRT1EQVRFOjIwMjUwMzE5DQpEVEVORDtWQUxVRT1EQVRFOjIwMjUwMzIwDQpYLU1JQ1JPU09GVC1DRE8tQUxMREFZRVZFTlQ6VFJVRQ0KWC1NSUNST1NPRlQtTVNOQ0FMRU5EQVItQUxMREFZRVZFTlQ6VFJVRQ0KU1VNTUFSWTpUcsOsbmggSOG7mWkgxJHhu5NuZyB0csaw4bubYyAyMC8zLzIwMjU6IEzhuq1wIGRhbmggc8OhY2ggZ8awxqFuZyANCiBuZ8aw4budaSB04buRdFwsIHZp4buHYyB04buRdA0KVFJBTlNQOlRSQU5TUEFSRU5UDQpERVNDUklQVElPTjpM4bqtcCBkYW5oIHPDoWNoIGfGsMahbmcgbmfGsOG7nWkgdOG7kXRcLCB2aeG7h2MgdOG7kXRcblRo4budaQ0KICBo4bqhbjogVHLDrG5oIEjhu5lpIMSR4buTbmcgdHLGsOG7m2MgMjAvMy8yMDI1XG5UaOG7sWMgaGnhu4duOiBZIHThur8gcGgNCiDGsOG7nW5nXG5W4buLIHRyw60gdHJvbmcga+G6vyBob+G6oWNoOiBQTDEgbeG7pWMgM1xuS+G6vyBob+G6oWNoIDA3L0tILVVCTg0KIEQNCkJFR0lOOlZBTEFSTQ0KQUNUSU9OOkRJU1BMQVkNClRSSUdHRVI6LVA2RFQxNkgNCkRFU0NSSVBUSU9OOlRyw6xuaCBI4buZaSDEkeG7k25nIHRyxrDhu5tjIDIwLzMvMjAyNTogTOG6rXAgZGFuaCBzw6FjaCBnxrANCiDGoW5nIG5nxrDhu51pIHThu5F0XCwgdmnhu4djIHThu5F0DQpFTkQ6VkFMQVJNDQpCRUdJTjpWQUxBUk0NCkFDVElPTjpESVNQTEFZDQpUUklHR0VSOi1QVDE2SA0KREVTQ1JJUFRJT046VHLDrG5oIEjhu5lpIMSR4buTbmcgdHLGsOG7m2MgMjAvMy8yMDI1OiBM4bqtcCBkYW5oIHPDoWNoIGfGsA0KIMahbmcgbmfGsOG7nWkgdOG7kXRcLCB2aeG7h2MgdOG7kXQNCkVORDpWQUxBUk0NCkNBVEVHT1JJRVM6VGhpIMSRdWEgLSBLaGVuIHRoxrDhu59uZyxZIHThur8gcGjGsOG7nW5nDQpTVEFUVVM6Q09ORklSTUVEDQpYLU1JQ1JPU09GVC1DRE8tQlVTWVNUQVRVUzpGUkVFDQpMQVNULU1PRElGSUVEOjIwMjUwMjIwVDAxMzAwMFoNCkVORDpWRVZFTlQNCkJFR0lOOlZFVkVOVA0KVUlEOmYwYTZkODlmYmE4NzliODFmYTAxMDZkMzcyODIzM2M3QHRka3QtYm90DQpTRVFVRU5DRTo3DQpEVFNUQU1QOjIwMjUwMjIwVDAxMzAwMFoNCkRUU1RBUlQ7VkFMVUU9REFURToyMDI1MDYwMQ0KRFRFTkQ7VkFMVUU9REFURToyMDI1MDcwMQ0KWC1NSUNST1NPRlQtQ0RPLUFMTERBWUVWRU5UOlRSVUUNClgtTUlDUk9TT0ZULU1TTkNBTEVOREFSLUFMTERBWUVWRU5UOlRSVUUNClNVTU1BUlk6VGjDoW5nIDYvMjAyNTogU8ahIGvhur90IDYgdGjDoW5nIMSR4bqndSBuxINtDQpUUkFOU1A6VFJBTlNQQVJFTlQNCkRFU0NSSVBUSU9OOlPGoSBr4bq/dCA2IHRow6FuZyDEkeG6p3UgbsSDbVxuVGjhu51pIGjhuqFuOiBUaMOhbmcgNi8yMDI1XG5UDQogaOG7sWMgaGnhu4duOiBWxINuIHBow7JuZyBVQk5EXG5W4buLIHRyw60gdHJvbmcga+G6vyBob+G6oWNoOiBQTDEgbeG7pWMgNVwNCiBuS+G6vyBob+G6oWNoIDA3L0tILVVCTkQNCkJFR0lOOlZBTEFSTQ0KQUNUSU9OOkRJU1BMQVkNClRSSUdHRVI7UkVMQVRFRD1FTkQ6LVA3RFQxNkgNCkRFU0NSSVBUSU9OOlRow6FuZyA2LzIwMjU6IFPGoSBr4bq/dCA2IHRow6FuZyDEkeG6p3UgbsSDbQ0KRU5EOlZBTEFSTQ0KQkVHSU46VkFMQVJNDQpBQ1RJT046RElTUExBWQ0KVFJJR0dFUjtSRUxBVEVEPUVORDotUDFEVDE2SA0KREVTQ1JJUFRJT046VGjDoW5nIDYvMjAyNTogU8ahIGvhur90IDYgdGjDoW5nIMSR4bqndSBuxINtDQpFTkQ6VkFMQVJNDQpDQVRFR09SSUVTOlRoaSDEkXVhIC0gS2hlbiB0aMaw4bufbmcsVsSDbiBwaMOybmcgVUJORA0KU1RBVFVTOkNPTkZJUk1FRA0KWC1NSUNST1NPRlQtQ0RPLUJVU1lTVEFUVVM6RlJFRQ0KTEFTVC1NT0RJRklFRDoyMDI1MDIyMFQwMTMwMDBaDQpFTkQ6VkVWRU5UDQpFTkQ6VkNBTEVOREFSDQo="}, "prompt": "71e5c765-1d77-41f7-ac57-9da51c66cd69", "choices": [["Địa chỉ đăng ký lịch"]]}', '71e5c765-1d77-41f7-ac57-9da51c66cd69', 'sent', 1, '2025-02-20 01:30:00', NULL, 'bot-10', NULL, '2025-02-20 01:30:00', '2025-02-20 01:30:00', false, 1, NULL);
INSERT INTO public."Outbox" VALUES (6, 'telegram', '54774c14-083f-4dde-8fe0-af7319bc9592', 'reply', 0, 'reply:6:0', '{"body": {"text": "Việc đến hạn trong Quý I/2025 · hôm nay 20/02/2025\nKế hoạch 07/KH-UBND ngày 10/01/2025\n\n❗ Trước ngày 15/01/2025 (quá hạn 37 ngày)\nTổng kết phong trào thi đua năm 2024 — Văn phòng UBND — PL1 mục 1\n\n❗ 25 hàng tháng — kỳ 25/01/2025 (quá hạn 26 ngày)\nBáo cáo kết quả phong trào — Công an phường — PL1 mục 6\n\n⏳ 25 hàng tháng — kỳ 25/02/2025 (còn 5 ngày)\nBáo cáo kết quả phong trào — Công an phường — PL1 mục 6\n\n⏳ Hoàn thành dự thảo trước 05/3/2025 (còn 12 ngày)\nLập danh sách gương người tốt, việc tốt — Y tế phường — PL1 mục 3\n\n⏳ Trước ngày 15/3/2025 (còn 22 ngày)\nKý giao ước thi đua giữa các tổ dân phố — Công an phường — PL1 mục 2\n\n⏳ Trình Hội đồng trước 20/3/2025 (còn 27 ngày)\nLập danh sách gương người tốt, việc tốt — Y tế phường — PL1 mục 3\n\n⏳ 25 hàng tháng — kỳ 25/3/2025 (còn 33 ngày)\nBáo cáo kết quả phong trào — Công an phường — PL1 mục 6\n\nĐã xong: 0/7.\nNgoài ra có 1 việc không ấn định ngày.", "spans": [{"style": "bold", "length": 29, "offset": 0}, {"style": "bold", "length": 21, "offset": 90}, {"style": "bold", "length": 29, "offset": 199}, {"style": "bold", "length": 29, "offset": 306}, {"style": "bold", "length": 34, "offset": 408}, {"style": "bold", "length": 20, "offset": 526}, {"style": "bold", "length": 30, "offset": 633}, {"style": "bold", "length": 28, "offset": 747}]}, "prompt": "b3fbe626-1b9e-4feb-808e-a6942d38069e", "answers": "m6", "choices": [["‹ Quý IV/2024", "Quý II/2025 ›"], ["Việc của đơn vị tôi", "Không ấn định ngày"]]}', 'b3fbe626-1b9e-4feb-808e-a6942d38069e', 'sent', 1, '2025-02-20 01:30:00', NULL, 'bot-12', NULL, '2025-02-20 01:30:00', '2025-02-20 01:30:00', false, 1, NULL);
INSERT INTO public."Outbox" VALUES (7, 'telegram', 'cd96b026-4467-40b9-8246-07f1cee5b5e5', 'reply', 0, 'reply:7:0', '{"body": {"text": "Đã thêm (1 phần). Gửi thêm, hoặc chọn “Xem trước”.", "spans": []}, "prompt": "497c397f-4f61-4dcc-ab86-7f128f4af7b0", "choices": [["Xem trước"], ["Xóa phần cuối", "Hủy"]]}', '497c397f-4f61-4dcc-ab86-7f128f4af7b0', 'sent', 1, '2025-02-20 01:30:00', NULL, 'bot-14', NULL, '2025-02-20 01:30:00', '2025-02-20 01:30:00', false, 1, NULL);
INSERT INTO public."Outbox" VALUES (8, 'telegram', '54774c14-083f-4dde-8fe0-af7319bc9592', 'reply', 0, 'waits', '{"body": {"text": "Tin còn chờ", "spans": []}, "choices": []}', NULL, 'waiting', 0, '2025-02-20 01:30:00', NULL, NULL, NULL, '2025-02-20 01:30:00', NULL, false, 1, NULL);
INSERT INTO public."Outbox" VALUES (9, 'telegram', 'cd96b026-4467-40b9-8246-07f1cee5b5e5', 'reply', 0, 'died', '{"body": {"text": "Tin đang gửi", "spans": []}, "choices": []}', NULL, 'sending', 1, '2025-02-20 01:30:00', '2025-02-20 01:30:00', NULL, NULL, '2025-02-20 01:30:00', NULL, false, 1, 'died');
INSERT INTO public."Person" VALUES ('daacff78-18d1-44cb-86e2-810991cf4962', 'Chị Thư', '2025-02-20 01:30:00', NULL);
INSERT INTO public."Person" VALUES ('5eb4d577-9936-4bd3-bb5b-e4086e21d80a', 'Anh Công', '2025-02-20 01:30:00', NULL);
INSERT INTO public."Plan" VALUES ('e5d3a263-3a88-4d26-8aa0-b0a94e9073e7', '8e80d97b-9e27-4b6c-8562-beeaa620682e', '2025-02-20 01:30:00');
INSERT INTO public."PlanVersion" VALUES ('203044dd-aa31-4bc4-8408-0b1a324094bb', 'e5d3a263-3a88-4d26-8aa0-b0a94e9073e7', 1, 'approved', '07/KH-UBND', '2025-01-10', 2025, 'ỦY BAN NHÂN DÂN', 'LẠC', '2025-01-01', '2025-12-31', 'ke-hoach.txt', '1137ac52750148f75d9baf24a7cbddce62cf6c6ee152895ffd531b3378d7b47f', '[{"at": "PL1 mục 4", "code": "suspect-year", "message": "Ghi “Trước ngày 16/6/2024”: ngày sớm hơn ngày ban hành kế hoạch, có thể là 16/6/2025. Đề nghị xác nhận."}]', '2025-02-20 01:30:00', '2025-02-20 01:30:00', NULL, NULL);
INSERT INTO public."PlaygroundClock" VALUES (1, -86400000);
INSERT INTO public."PlaygroundMessage" VALUES (1, 'group-council', 'lan', '{"text": "Chào"}', '2025-02-20 01:30:00', NULL);
INSERT INTO public."Prompt" VALUES ('71e5c765-1d77-41f7-ac57-9da51c66cd69', 'cd96b026-4467-40b9-8246-07f1cee5b5e5', NULL, NULL, '["/lich địa chỉ"]', '2025-02-20 01:30:00', '2025-03-22 01:30:00', NULL, false, false);
INSERT INTO public."Prompt" VALUES ('b3fbe626-1b9e-4feb-808e-a6942d38069e', '54774c14-083f-4dde-8fe0-af7319bc9592', NULL, '5eb4d577-9936-4bd3-bb5b-e4086e21d80a', '["/viec quý 4/2024", "/viec quý 2/2025", "/viec quý 1/2025 của đơn vị tôi", "/viec việc không ấn định ngày quý 1/2025"]', '2025-02-20 01:30:00', '2025-03-22 01:30:00', NULL, false, false);
INSERT INTO public."Prompt" VALUES ('497c397f-4f61-4dcc-ab86-7f128f4af7b0', 'cd96b026-4467-40b9-8246-07f1cee5b5e5', 'daacff78-18d1-44cb-86e2-810991cf4962', NULL, '["/thongbao xem-truoc @4bb4bd7c-c1b9-4b13-966f-c531b7f17497", "/thongbao bo-cuoi @4bb4bd7c-c1b9-4b13-966f-c531b7f17497", "/thongbao huy @4bb4bd7c-c1b9-4b13-966f-c531b7f17497"]', '2025-02-20 01:30:00', '2025-03-22 01:30:00', NULL, false, false);
INSERT INTO public."Question" VALUES ('cd96b026-4467-40b9-8246-07f1cee5b5e5', 'daacff78-18d1-44cb-86e2-810991cf4962', '/thongbao soan @4bb4bd7c-c1b9-4b13-966f-c531b7f17497', '2025-02-20 02:00:00');
INSERT INTO public."Quota" VALUES ('9b8d282e-6db2-4ff3-80d8-9f830711b198', '203044dd-aa31-4bc4-8408-0b1a324094bb', 0, 'Phụ lục 2', 'Phong trào thi đua yêu nước', 'Văn phòng UBND', 1, NULL, 4, NULL, NULL, NULL, 'quota', '1 | Văn phòng UBND | 01 | 04');
INSERT INTO public."Quota" VALUES ('eedc5562-91d9-41e8-a3c7-801bf24c49bc', '203044dd-aa31-4bc4-8408-0b1a324094bb', 1, 'Phụ lục 2', 'Phong trào thi đua yêu nước', 'Công an phường', 3, NULL, 5, NULL, NULL, NULL, 'quota', '2 | Công an phường | 03 | 05');
INSERT INTO public."Quota" VALUES ('9a35d078-8b58-4f14-92d3-d18b4cc3091f', '203044dd-aa31-4bc4-8408-0b1a324094bb', 2, 'Phụ lục 2', 'Phong trào thi đua yêu nước', 'Y tế phường', NULL, NULL, 2, NULL, NULL, NULL, 'quota', '3 | Y tế phường | 02');
INSERT INTO public."Quota" VALUES ('9d25904f-aa43-4e64-a45c-47ded886ee47', '203044dd-aa31-4bc4-8408-0b1a324094bb', 3, 'Phụ lục 2', 'Phong trào thi đua yêu nước', 'Hội CCB; Hội LHPN', 1, 2, 2, 2, NULL, NULL, 'quota', '4 | Hội CCB; Hội LHPN | 01/02 | 02/02');
INSERT INTO public."Receipt" VALUES ('3965dfe4-9442-467f-b60a-fc4afc2e8edb', '5eb4d577-9936-4bd3-bb5b-e4086e21d80a', '2025-02-20 01:30:00');
INSERT INTO public."Round" VALUES ('cd696ee6-9419-4c43-ad0c-ef52fbd58c5e', '8e80d97b-9e27-4b6c-8562-beeaa620682e', 'Đợt 1', 'open', '2025-02-28 01:30:00', '2025-02-20 01:30:00', '2025-02-20 01:30:00', NULL, NULL, false, false);
INSERT INTO public."RoundCard" VALUES ('cd696ee6-9419-4c43-ad0c-ef52fbd58c5e', '54774c14-083f-4dde-8fe0-af7319bc9592', 1, 'digest', 'bot-3');
INSERT INTO public."RoundMovement" VALUES ('a3276a2d-fc6a-4ce7-bb33-9b8e60e246a6', 'cd696ee6-9419-4c43-ad0c-ef52fbd58c5e', 0, 'Phong trào thi đua yêu nước', 'quota', '', false, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public."RoundQuota" VALUES ('a3276a2d-fc6a-4ce7-bb33-9b8e60e246a6', '858c0eda-04f5-4fa6-b59c-b46aa5018fdf', 0, true, 3, NULL, 5, NULL, NULL, NULL, NULL);
INSERT INTO public."SharedFile" VALUES ('file', 'tong-hop.xlsx', 'application/zip', '\x0001ff', '2025-02-20 01:30:00', '2025-02-28 01:30:00');
INSERT INTO public."Snooze" VALUES ('54774c14-083f-4dde-8fe0-af7319bc9592', '5c4bdea1-7fe3-4e0e-9fb3-cce338037966', '2025-02-21');
INSERT INTO public."TakenChoice" VALUES ('71e5c765-1d77-41f7-ac57-9da51c66cd69', 0);
INSERT INTO public."Task" VALUES ('d04bcc91-3de7-495e-9dff-aa140b0680ef', '203044dd-aa31-4bc4-8408-0b1a324094bb', 0, 'Phụ lục 1', 'I. Quý I', '1', 'Tổng kết phong trào thi đua năm 2024', NULL, 'Văn phòng UBND', 'Các bộ phận', NULL, NULL);
INSERT INTO public."Task" VALUES ('4e64b64d-043c-4bdb-bda8-59f2b01d8549', '203044dd-aa31-4bc4-8408-0b1a324094bb', 1, 'Phụ lục 1', 'I. Quý I', '2', 'Ký giao ước thi đua giữa các tổ dân phố', NULL, 'Công an phường', 'Văn phòng UBND', NULL, NULL);
INSERT INTO public."Task" VALUES ('eb385ae7-44cf-48fe-a875-a264f9afbf9e', '203044dd-aa31-4bc4-8408-0b1a324094bb', 2, 'Phụ lục 1', 'I. Quý I', '3', 'Lập danh sách gương người tốt, việc tốt', NULL, 'Y tế phường', NULL, NULL, NULL);
INSERT INTO public."Task" VALUES ('abff05e0-6fd0-4fe4-8e67-f960c0fff08e', '203044dd-aa31-4bc4-8408-0b1a324094bb', 3, 'Phụ lục 1', 'II. Quý II', '4', 'Họp Hội đồng xét khen thưởng đợt 1', NULL, 'Văn phòng UBND', 'Công an phường', NULL, NULL);
INSERT INTO public."Task" VALUES ('ec5c122c-4a4a-4e25-b0e1-6eb0a43a627a', '203044dd-aa31-4bc4-8408-0b1a324094bb', 4, 'Phụ lục 1', 'II. Quý II', '5', 'Sơ kết 6 tháng đầu năm', NULL, 'Văn phòng UBND', NULL, NULL, NULL);
INSERT INTO public."Task" VALUES ('ec877c91-691e-4452-8e06-ac589d9a5775', '203044dd-aa31-4bc4-8408-0b1a324094bb', 5, 'Phụ lục 1', 'B. Nhiệm vụ thường xuyên', '6', 'Báo cáo kết quả phong trào', NULL, 'Công an phường', NULL, NULL, NULL);
INSERT INTO public."Task" VALUES ('9e9c49df-4497-49be-9c9d-258f873e5007', '203044dd-aa31-4bc4-8408-0b1a324094bb', 6, 'Phụ lục 1', 'B. Nhiệm vụ thường xuyên', '7', 'Rà soát hồ sơ khen thưởng đột xuất', NULL, 'Y tế phường', NULL, NULL, NULL);
INSERT INTO public."Template" VALUES ('964ca739-d2ed-4b7d-b477-b8cb788d9da5', '8e80d97b-9e27-4b6c-8562-beeaa620682e', 'Họp', 'hop', '[{"text": "Mời họp"}]', '2025-02-20 01:30:00');
INSERT INTO public."Unit" VALUES ('575fa35d-bef8-43de-a364-da8bc20b6944', '8e80d97b-9e27-4b6c-8562-beeaa620682e', 'Văn phòng UBND', 'van phong ubnd', NULL, '2025-02-20 01:30:00');
INSERT INTO public."Unit" VALUES ('6602e231-fbdd-415e-b93c-fa977b77a845', '8e80d97b-9e27-4b6c-8562-beeaa620682e', 'Y tế phường', 'y te phuong', NULL, '2025-02-20 01:30:00');
INSERT INTO public."Unit" VALUES ('08374db9-93d8-40f2-a664-2a54f4ae2a28', '8e80d97b-9e27-4b6c-8562-beeaa620682e', 'Hội CCB; Hội LHPN', 'hoi ccb; hoi lhpn', NULL, '2025-02-20 01:30:00');
INSERT INTO public."Unit" VALUES ('858c0eda-04f5-4fa6-b59c-b46aa5018fdf', '8e80d97b-9e27-4b6c-8562-beeaa620682e', 'Công an phường', 'cong an phuong', '0900 000 000', '2025-02-20 01:30:00');
INSERT INTO public."UnitAlias" VALUES ('858c0eda-04f5-4fa6-b59c-b46aa5018fdf', 'CAP', 'cap');
INSERT INTO public."UnitBody" VALUES ('08374db9-93d8-40f2-a664-2a54f4ae2a28', 0, 'Hội CCB');
INSERT INTO public."UnitBody" VALUES ('08374db9-93d8-40f2-a664-2a54f4ae2a28', 1, 'Hội LHPN');
INSERT INTO public."WorkingDay" VALUES ('8e80d97b-9e27-4b6c-8562-beeaa620682e', '2025-03-01', true);
INSERT INTO public._prisma_migrations VALUES ('8f1cb5b5-2839-47d1-85a5-c28376738fa7', 'a5812dc519de2eb17fba0d8d80949ca96d1da880bb26eef5b405744e724a6a2b', '2026-11-21 09:09:15.723158+00', '20261121060000_start', NULL, NULL, '2026-11-21 09:09:15.723158+00', 1);
INSERT INTO public._prisma_migrations VALUES ('b3a5df6c-af0e-4ee6-a261-d3a7b366305b', '7606e274bede114601478a3f4275642e6427402817be29d6de7127cfda7b9994', '2026-11-21 09:09:15.723158+00', '20261121080000_bots_and_processes', NULL, NULL, '2026-11-21 09:09:15.723158+00', 1);
SELECT pg_catalog.setval('public."ApiRequest_id_seq"', 1, true);
SELECT pg_catalog.setval('public."Audit_id_seq"', 7, true);
SELECT pg_catalog.setval('public."Inbox_id_seq"', 8, true);
SELECT pg_catalog.setval('public."JobRun_id_seq"', 1, true);
SELECT pg_catalog.setval('public."Nomination_id_seq"', 1, true);
SELECT pg_catalog.setval('public."Outbox_id_seq"', 9, true);
SELECT pg_catalog.setval('public."PlaygroundMessage_id_seq"', 1, true);
ALTER TABLE ONLY public."AccountCode"
    ADD CONSTRAINT "AccountCode_pkey" PRIMARY KEY ("codeHash");
ALTER TABLE ONLY public."Account"
    ADD CONSTRAINT "Account_pkey" PRIMARY KEY (platform, "externalId");
ALTER TABLE ONLY public."AnnouncementProgress"
    ADD CONSTRAINT "AnnouncementProgress_pkey" PRIMARY KEY ("announcementId", "chatId");
ALTER TABLE ONLY public."AnnouncementRecipient"
    ADD CONSTRAINT "AnnouncementRecipient_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Announcement"
    ADD CONSTRAINT "Announcement_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."ApiRequest"
    ADD CONSTRAINT "ApiRequest_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Audit"
    ADD CONSTRAINT "Audit_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."CalendarToken"
    ADD CONSTRAINT "CalendarToken_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Card"
    ADD CONSTRAINT "Card_pkey" PRIMARY KEY ("chatId", quarter);
ALTER TABLE ONLY public."Chat"
    ADD CONSTRAINT "Chat_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Completion"
    ADD CONSTRAINT "Completion_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."CouncilBot"
    ADD CONSTRAINT "CouncilBot_pkey" PRIMARY KEY ("councilId", platform);
ALTER TABLE ONLY public."Council"
    ADD CONSTRAINT "Council_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Credential"
    ADD CONSTRAINT "Credential_pkey" PRIMARY KEY (platform, bot);
ALTER TABLE ONLY public."Deadline"
    ADD CONSTRAINT "Deadline_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Fact"
    ADD CONSTRAINT "Fact_pkey" PRIMARY KEY (platform, bot, key);
ALTER TABLE ONLY public."Inbox"
    ADD CONSTRAINT "Inbox_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Invite"
    ADD CONSTRAINT "Invite_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."JobRun"
    ADD CONSTRAINT "JobRun_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Lease"
    ADD CONSTRAINT "Lease_pkey" PRIMARY KEY (name);
ALTER TABLE ONLY public."Membership"
    ADD CONSTRAINT "Membership_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."MonthlyUse"
    ADD CONSTRAINT "MonthlyUse_pkey" PRIMARY KEY (platform, bot, month);
ALTER TABLE ONLY public."Nomination"
    ADD CONSTRAINT "Nomination_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Outage"
    ADD CONSTRAINT "Outage_pkey" PRIMARY KEY (platform, bot);
ALTER TABLE ONLY public."Outbox"
    ADD CONSTRAINT "Outbox_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Person"
    ADD CONSTRAINT "Person_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."PlanVersion"
    ADD CONSTRAINT "PlanVersion_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Plan"
    ADD CONSTRAINT "Plan_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."PlaygroundClock"
    ADD CONSTRAINT "PlaygroundClock_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."PlaygroundMessage"
    ADD CONSTRAINT "PlaygroundMessage_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Prompt"
    ADD CONSTRAINT "Prompt_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Question"
    ADD CONSTRAINT "Question_pkey" PRIMARY KEY ("chatId", "personId");
ALTER TABLE ONLY public."Quota"
    ADD CONSTRAINT "Quota_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Receipt"
    ADD CONSTRAINT "Receipt_pkey" PRIMARY KEY ("recipientId", "personId");
ALTER TABLE ONLY public."RoundCard"
    ADD CONSTRAINT "RoundCard_pkey" PRIMARY KEY ("roundId", "chatId");
ALTER TABLE ONLY public."RoundMovement"
    ADD CONSTRAINT "RoundMovement_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."RoundQuota"
    ADD CONSTRAINT "RoundQuota_pkey" PRIMARY KEY ("movementId", "unitId");
ALTER TABLE ONLY public."Round"
    ADD CONSTRAINT "Round_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."SharedFile"
    ADD CONSTRAINT "SharedFile_pkey" PRIMARY KEY ("tokenHash");
ALTER TABLE ONLY public."Snooze"
    ADD CONSTRAINT "Snooze_pkey" PRIMARY KEY ("chatId", "deadlineId");
ALTER TABLE ONLY public."TakenChoice"
    ADD CONSTRAINT "TakenChoice_pkey" PRIMARY KEY ("promptId", index);
ALTER TABLE ONLY public."Task"
    ADD CONSTRAINT "Task_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Template"
    ADD CONSTRAINT "Template_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."UnitAlias"
    ADD CONSTRAINT "UnitAlias_pkey" PRIMARY KEY ("unitId", key);
ALTER TABLE ONLY public."UnitBody"
    ADD CONSTRAINT "UnitBody_pkey" PRIMARY KEY ("unitId", "position");
ALTER TABLE ONLY public."Unit"
    ADD CONSTRAINT "Unit_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."WorkingDay"
    ADD CONSTRAINT "WorkingDay_pkey" PRIMARY KEY ("councilId", date);
ALTER TABLE ONLY public._prisma_migrations
    ADD CONSTRAINT _prisma_migrations_pkey PRIMARY KEY (id);
CREATE INDEX "AccountCode_personId_idx" ON public."AccountCode" USING btree ("personId");
CREATE INDEX "Account_personId_idx" ON public."Account" USING btree ("personId");
CREATE INDEX "AnnouncementProgress_chatId_idx" ON public."AnnouncementProgress" USING btree ("chatId");
CREATE UNIQUE INDEX "AnnouncementRecipient_announcementId_chatId_key" ON public."AnnouncementRecipient" USING btree ("announcementId", "chatId");
CREATE INDEX "AnnouncementRecipient_announcementId_state_idx" ON public."AnnouncementRecipient" USING btree ("announcementId", state);
CREATE INDEX "AnnouncementRecipient_chatId_idx" ON public."AnnouncementRecipient" USING btree ("chatId");
CREATE INDEX "Announcement_councilId_state_idx" ON public."Announcement" USING btree ("councilId", state);
CREATE INDEX "Announcement_state_sendAt_idx" ON public."Announcement" USING btree (state, "sendAt");
CREATE INDEX "ApiRequest_platform_bot_at_idx" ON public."ApiRequest" USING btree (platform, bot, at);
CREATE INDEX "Audit_councilId_at_idx" ON public."Audit" USING btree ("councilId", at);
CREATE INDEX "CalendarToken_councilId_createdBy_idx" ON public."CalendarToken" USING btree ("councilId", "createdBy");
CREATE INDEX "CalendarToken_createdBy_idx" ON public."CalendarToken" USING btree ("createdBy");
CREATE UNIQUE INDEX "CalendarToken_tokenHash_key" ON public."CalendarToken" USING btree ("tokenHash");
CREATE INDEX "CalendarToken_unitId_idx" ON public."CalendarToken" USING btree ("unitId");
CREATE INDEX "Chat_councilId_idx" ON public."Chat" USING btree ("councilId");
CREATE UNIQUE INDEX "Chat_platform_externalId_bot_key" ON public."Chat" USING btree (platform, "externalId", bot);
CREATE INDEX "Completion_deadlineId_idx" ON public."Completion" USING btree ("deadlineId");
CREATE INDEX "Completion_taskId_idx" ON public."Completion" USING btree ("taskId");
CREATE INDEX "CouncilBot_platform_bot_idx" ON public."CouncilBot" USING btree (platform, bot);
CREATE INDEX "Council_cardsOn_idx" ON public."Council" USING btree ("cardsOn");
CREATE INDEX "Council_remindedThrough_idx" ON public."Council" USING btree ("remindedThrough");
CREATE UNIQUE INDEX "Deadline_taskId_position_key" ON public."Deadline" USING btree ("taskId", "position");
CREATE INDEX "Inbox_chatKey_doneAt_id_idx" ON public."Inbox" USING btree ("chatKey", "doneAt", id);
CREATE INDEX "Inbox_doneAt_id_idx" ON public."Inbox" USING btree ("doneAt", id);
CREATE UNIQUE INDEX "Inbox_platform_bot_externalId_key" ON public."Inbox" USING btree (platform, bot, "externalId");
CREATE UNIQUE INDEX "Invite_codeHash_key" ON public."Invite" USING btree ("codeHash");
CREATE INDEX "Invite_councilId_idx" ON public."Invite" USING btree ("councilId");
CREATE INDEX "JobRun_job_startedAt_idx" ON public."JobRun" USING btree (job, "startedAt");
CREATE INDEX "Membership_councilId_role_idx" ON public."Membership" USING btree ("councilId", role);
CREATE INDEX "Membership_personId_idx" ON public."Membership" USING btree ("personId");
CREATE INDEX "Membership_unitId_idx" ON public."Membership" USING btree ("unitId");
CREATE UNIQUE INDEX "Nomination_movementId_unitId_version_key" ON public."Nomination" USING btree ("movementId", "unitId", version);
CREATE INDEX "Nomination_platform_chat_messageId_idx" ON public."Nomination" USING btree (platform, chat, "messageId");
CREATE INDEX "Nomination_unitId_idx" ON public."Nomination" USING btree ("unitId");
CREATE INDEX "Outbox_chatId_finishedAt_idx" ON public."Outbox" USING btree ("chatId", "finishedAt");
CREATE UNIQUE INDEX "Outbox_dedupeKey_key" ON public."Outbox" USING btree ("dedupeKey");
CREATE INDEX "Outbox_state_platform_bot_priority_id_idx" ON public."Outbox" USING btree (state, platform, bot, priority, id);
CREATE UNIQUE INDEX "PlanVersion_planId_version_key" ON public."PlanVersion" USING btree ("planId", version);
CREATE INDEX "Plan_councilId_idx" ON public."Plan" USING btree ("councilId");
CREATE INDEX "PlaygroundMessage_chat_id_idx" ON public."PlaygroundMessage" USING btree (chat, id);
CREATE INDEX "Prompt_chatId_answeredAt_idx" ON public."Prompt" USING btree ("chatId", "answeredAt");
CREATE INDEX "Prompt_expiresAt_idx" ON public."Prompt" USING btree ("expiresAt");
CREATE INDEX "Question_expiresAt_idx" ON public."Question" USING btree ("expiresAt");
CREATE UNIQUE INDEX "Quota_versionId_position_key" ON public."Quota" USING btree ("versionId", "position");
CREATE INDEX "Receipt_personId_idx" ON public."Receipt" USING btree ("personId");
CREATE INDEX "RoundCard_chatId_messageId_idx" ON public."RoundCard" USING btree ("chatId", "messageId");
CREATE UNIQUE INDEX "RoundMovement_roundId_position_key" ON public."RoundMovement" USING btree ("roundId", "position");
CREATE INDEX "RoundQuota_unitId_idx" ON public."RoundQuota" USING btree ("unitId");
CREATE INDEX "Round_councilId_state_idx" ON public."Round" USING btree ("councilId", state);
CREATE INDEX "Round_stale_idx" ON public."Round" USING btree (stale);
CREATE INDEX "Round_state_deadline_idx" ON public."Round" USING btree (state, deadline);
CREATE INDEX "SharedFile_expiresAt_idx" ON public."SharedFile" USING btree ("expiresAt");
CREATE INDEX "Task_sameAsId_idx" ON public."Task" USING btree ("sameAsId");
CREATE UNIQUE INDEX "Task_versionId_position_key" ON public."Task" USING btree ("versionId", "position");
CREATE UNIQUE INDEX "Template_councilId_key_key" ON public."Template" USING btree ("councilId", key);
CREATE UNIQUE INDEX "Unit_councilId_key_key" ON public."Unit" USING btree ("councilId", key);
ALTER TABLE ONLY public."AccountCode"
    ADD CONSTRAINT "AccountCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES public."Person"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Account"
    ADD CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES public."Person"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."AnnouncementProgress"
    ADD CONSTRAINT "AnnouncementProgress_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES public."Announcement"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."AnnouncementProgress"
    ADD CONSTRAINT "AnnouncementProgress_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES public."Chat"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."AnnouncementRecipient"
    ADD CONSTRAINT "AnnouncementRecipient_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES public."Announcement"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."AnnouncementRecipient"
    ADD CONSTRAINT "AnnouncementRecipient_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES public."Chat"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Announcement"
    ADD CONSTRAINT "Announcement_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES public."Council"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Audit"
    ADD CONSTRAINT "Audit_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES public."Council"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."CalendarToken"
    ADD CONSTRAINT "CalendarToken_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES public."Council"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."CalendarToken"
    ADD CONSTRAINT "CalendarToken_createdBy_fkey" FOREIGN KEY ("createdBy") REFERENCES public."Person"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."CalendarToken"
    ADD CONSTRAINT "CalendarToken_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES public."Unit"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Card"
    ADD CONSTRAINT "Card_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES public."Chat"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Chat"
    ADD CONSTRAINT "Chat_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES public."Council"(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE ONLY public."Completion"
    ADD CONSTRAINT "Completion_deadlineId_fkey" FOREIGN KEY ("deadlineId") REFERENCES public."Deadline"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Completion"
    ADD CONSTRAINT "Completion_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES public."Task"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."CouncilBot"
    ADD CONSTRAINT "CouncilBot_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES public."Council"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Deadline"
    ADD CONSTRAINT "Deadline_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES public."Task"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Invite"
    ADD CONSTRAINT "Invite_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES public."Council"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Invite"
    ADD CONSTRAINT "Invite_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES public."Unit"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Membership"
    ADD CONSTRAINT "Membership_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES public."Council"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Membership"
    ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES public."Person"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Membership"
    ADD CONSTRAINT "Membership_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES public."Unit"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Nomination"
    ADD CONSTRAINT "Nomination_movementId_fkey" FOREIGN KEY ("movementId") REFERENCES public."RoundMovement"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Nomination"
    ADD CONSTRAINT "Nomination_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES public."Unit"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Outbox"
    ADD CONSTRAINT "Outbox_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES public."Chat"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."PlanVersion"
    ADD CONSTRAINT "PlanVersion_planId_fkey" FOREIGN KEY ("planId") REFERENCES public."Plan"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Plan"
    ADD CONSTRAINT "Plan_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES public."Council"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Prompt"
    ADD CONSTRAINT "Prompt_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES public."Chat"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Question"
    ADD CONSTRAINT "Question_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES public."Chat"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Question"
    ADD CONSTRAINT "Question_personId_fkey" FOREIGN KEY ("personId") REFERENCES public."Person"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Quota"
    ADD CONSTRAINT "Quota_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES public."PlanVersion"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Receipt"
    ADD CONSTRAINT "Receipt_personId_fkey" FOREIGN KEY ("personId") REFERENCES public."Person"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Receipt"
    ADD CONSTRAINT "Receipt_recipientId_fkey" FOREIGN KEY ("recipientId") REFERENCES public."AnnouncementRecipient"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."RoundCard"
    ADD CONSTRAINT "RoundCard_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES public."Chat"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."RoundCard"
    ADD CONSTRAINT "RoundCard_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES public."Round"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."RoundMovement"
    ADD CONSTRAINT "RoundMovement_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES public."Round"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."RoundQuota"
    ADD CONSTRAINT "RoundQuota_movementId_fkey" FOREIGN KEY ("movementId") REFERENCES public."RoundMovement"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."RoundQuota"
    ADD CONSTRAINT "RoundQuota_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES public."Unit"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Round"
    ADD CONSTRAINT "Round_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES public."Council"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Snooze"
    ADD CONSTRAINT "Snooze_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES public."Chat"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Snooze"
    ADD CONSTRAINT "Snooze_deadlineId_fkey" FOREIGN KEY ("deadlineId") REFERENCES public."Deadline"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."TakenChoice"
    ADD CONSTRAINT "TakenChoice_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES public."Prompt"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Task"
    ADD CONSTRAINT "Task_sameAsId_fkey" FOREIGN KEY ("sameAsId") REFERENCES public."Task"(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE ONLY public."Task"
    ADD CONSTRAINT "Task_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES public."PlanVersion"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Template"
    ADD CONSTRAINT "Template_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES public."Council"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."UnitAlias"
    ADD CONSTRAINT "UnitAlias_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES public."Unit"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."UnitBody"
    ADD CONSTRAINT "UnitBody_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES public."Unit"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Unit"
    ADD CONSTRAINT "Unit_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES public."Council"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."WorkingDay"
    ADD CONSTRAINT "WorkingDay_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES public."Council"(id) ON UPDATE CASCADE ON DELETE CASCADE;
