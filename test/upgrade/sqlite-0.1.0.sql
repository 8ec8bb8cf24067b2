CREATE TABLE "Account" (
    "platform" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    PRIMARY KEY ("platform", "externalId"),
    CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Account" VALUES ('telegram', 'sec', '8c004a43-aeb1-431f-b997-a5bd063c8bda');
INSERT INTO "Account" VALUES ('telegram', 'head', '1f4a583d-62cb-4979-abde-62b1fd70a357');
CREATE TABLE "AccountCode" (
    "codeHash" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "AccountCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "AccountCode" VALUES ('account-code', '1f4a583d-62cb-4979-abde-62b1fd70a357', '2025-02-20T01:30:00.000+00:00', '2025-02-28T01:30:00.000+00:00', NULL);
CREATE TABLE "Announcement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "councilId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "parts" JSONB NOT NULL,
    "audience" JSONB NOT NULL,
    "receipt" BOOLEAN NOT NULL DEFAULT false,
    "sendAt" DATETIME,
    "repeat" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "endedAt" DATETIME,
    CONSTRAINT "Announcement_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Announcement" VALUES ('5407502c-d20f-422c-bfbf-44fdf80ddbc3', '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', 'draft', '[{"body":{"text":"Họp Hội đồng lúc 14 giờ","spans":[]},"media":[]}]', '{"groups":[],"heads":[],"members":false}', 0, NULL, NULL, '8c004a43-aeb1-431f-b997-a5bd063c8bda', '2025-02-20T01:30:00.000+00:00', NULL, NULL);
CREATE TABLE "AnnouncementProgress" (
    "announcementId" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "shows" TEXT NOT NULL DEFAULT '',
    "at" DATETIME,

    PRIMARY KEY ("announcementId", "chatId"),
    CONSTRAINT "AnnouncementProgress_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AnnouncementProgress_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "AnnouncementProgress" VALUES ('5407502c-d20f-422c-bfbf-44fdf80ddbc3', 'cda672a0-6d0c-4980-a4a3-413f12b68866', 1, 'digest', '2025-02-20T01:30:00.000+00:00');
CREATE TABLE "AnnouncementRecipient" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "announcementId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "chatId" TEXT,
    "name" TEXT NOT NULL,
    "unit" TEXT,
    "phone" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "enqueued" BOOLEAN NOT NULL DEFAULT false,
    "messageIds" JSONB,
    CONSTRAINT "AnnouncementRecipient_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AnnouncementRecipient_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "AnnouncementRecipient" VALUES ('8f56bad0-add0-4927-bc64-1e3e2d4316ef', '5407502c-d20f-422c-bfbf-44fdf80ddbc3', 0, 'cda672a0-6d0c-4980-a4a3-413f12b68866', 'Nhóm', NULL, NULL, 'sent', NULL, 0, 1, '["bot-2"]');
CREATE TABLE "ApiRequest" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "spare" BOOLEAN NOT NULL
);
INSERT INTO "ApiRequest" VALUES (1, 'zalo-oa', 1, '2025-02-20T01:30:00.000+00:00', 0);
CREATE TABLE "Audit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "councilId" TEXT NOT NULL,
    "personId" TEXT,
    "action" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "at" DATETIME NOT NULL, "unit" TEXT,
    CONSTRAINT "Audit_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Audit" VALUES (1, '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', NULL, 'council-created', '{"name":"Hội đồng TĐKT phường Cũ"}', '2025-02-20T01:30:00.000+00:00', NULL);
INSERT INTO "Audit" VALUES (2, '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', '8c004a43-aeb1-431f-b997-a5bd063c8bda', 'person-linked', '{"role":"secretariat"}', '2025-02-20T01:30:00.000+00:00', NULL);
INSERT INTO "Audit" VALUES (3, '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', '8c004a43-aeb1-431f-b997-a5bd063c8bda', 'chat-linked', '{"chat":"group-1","platform":"telegram"}', '2025-02-20T01:30:00.000+00:00', NULL);
INSERT INTO "Audit" VALUES (4, '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', NULL, 'plan-stored', '{"versionId":"1eb02e1c-41ce-41a4-8697-91dafbb81022","file":"ke-hoach.txt"}', '2025-02-20T01:30:00.000+00:00', NULL);
INSERT INTO "Audit" VALUES (5, '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', NULL, 'plan-approved', '{"versionId":"1eb02e1c-41ce-41a4-8697-91dafbb81022"}', '2025-02-20T01:30:00.000+00:00', NULL);
INSERT INTO "Audit" VALUES (6, '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', '8c004a43-aeb1-431f-b997-a5bd063c8bda', 'invite-created', '{"role":"head","unit":"Công an phường"}', '2025-02-20T01:30:00.000+00:00', 'Công an phường');
INSERT INTO "Audit" VALUES (7, '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', '1f4a583d-62cb-4979-abde-62b1fd70a357', 'person-linked', '{"role":"head"}', '2025-02-20T01:30:00.000+00:00', NULL);
CREATE TABLE "CalendarToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "councilId" TEXT NOT NULL,
    "unitId" TEXT,
    "tokenHash" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    CONSTRAINT "CalendarToken_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CalendarToken_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CalendarToken_createdBy_fkey" FOREIGN KEY ("createdBy") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "CalendarToken" VALUES ('0bbe7fb4-44b6-4c21-b22f-deaa303a1917', '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', '092f06d7-a144-4f78-9747-66d9df4c711d', 'calendar', '1f4a583d-62cb-4979-abde-62b1fd70a357', '2025-02-20T01:30:00.000+00:00', NULL);
CREATE TABLE "Card" (
    "chatId" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "shows" TEXT NOT NULL,
    "messageId" TEXT,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "reported" BOOLEAN NOT NULL DEFAULT false,

    PRIMARY KEY ("chatId", "quarter"),
    CONSTRAINT "Card_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Card" VALUES ('cda672a0-6d0c-4980-a4a3-413f12b68866', '2025-01-01', 1, 'digest', 'bot-1', 1, 0);
CREATE TABLE "Chat" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL DEFAULT 1,
    "externalId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT,
    "homeTopic" TEXT,
    "locale" TEXT,
    "state" TEXT NOT NULL DEFAULT 'active',
    "heardTo" BIGINT,
    "seenAt" DATETIME,
    "reminds" BOOLEAN NOT NULL DEFAULT true,
    "councilId" TEXT,
    "linkedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Chat_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "Chat" VALUES ('03c16a19-bc98-4910-857a-b863d29f35e9', 'telegram', 1, 'sec', 'private', NULL, NULL, NULL, 'active', NULL, '2025-02-20T01:30:00.000+00:00', 1, NULL, NULL, '2025-02-20T01:30:00.000+00:00');
INSERT INTO "Chat" VALUES ('cda672a0-6d0c-4980-a4a3-413f12b68866', 'telegram', 1, 'group-1', 'group', 'Nhóm Hội đồng', NULL, NULL, 'active', NULL, NULL, 1, '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', '2025-02-20T01:30:00.000+00:00', '2025-02-20T01:30:00.000+00:00');
INSERT INTO "Chat" VALUES ('9c5fb2d9-6188-4eac-aeb1-110f4e5f40b0', 'telegram', 1, 'head', 'private', NULL, NULL, NULL, 'active', NULL, '2025-02-20T01:30:00.000+00:00', 1, NULL, NULL, '2025-02-20T01:30:00.000+00:00');
CREATE TABLE "Completion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "taskId" TEXT NOT NULL,
    "deadlineId" TEXT,
    "personId" TEXT,
    "at" DATETIME NOT NULL, "occurrence" TEXT,
    CONSTRAINT "Completion_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Completion_deadlineId_fkey" FOREIGN KEY ("deadlineId") REFERENCES "Deadline" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Completion" VALUES ('13de2df6-f2a1-4051-96a8-fc47f4cf8544', 'c68a749e-efc4-4c6a-bcaa-32c2a9f3de95', '6023f5e0-e650-47a1-ac29-d719db6c3199', '1f4a583d-62cb-4979-abde-62b1fd70a357', '2025-02-20T01:30:00.000+00:00', NULL);
CREATE TABLE "Council" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "reminders" JSONB,
    "remindedThrough" TEXT,
    "cardsOn" TEXT,
    "twoApprovals" BOOLEAN NOT NULL DEFAULT false
);
INSERT INTO "Council" VALUES ('2221bb36-5527-4fdb-b911-0cc9bd4f21d4', 'Hội đồng TĐKT phường Cũ', 'vi', 'Asia/Ho_Chi_Minh', '2025-02-20T01:30:00.000+00:00', NULL, '2025-02-20', NULL, 0);
CREATE TABLE "CouncilBot" (
    "councilId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL,

    PRIMARY KEY ("councilId", "platform"),
    CONSTRAINT "CouncilBot_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "CouncilBot" VALUES ('2221bb36-5527-4fdb-b911-0cc9bd4f21d4', 'telegram', 1);
CREATE TABLE "Credential" (
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL DEFAULT 1,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "expiresAt" DATETIME,
    "refreshedAt" DATETIME,
    "refreshingSince" DATETIME,
    "lockedUntil" DATETIME,
    "seed" TEXT,
    "failure" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "pending" JSONB,

    PRIMARY KEY ("platform", "bot")
);
INSERT INTO "Credential" VALUES ('zalo-oa', 1, 'access', 'refresh', '2025-02-28T01:30:00.000+00:00', '2025-02-20T01:30:00.000+00:00', NULL, NULL, NULL, NULL, 0, NULL);
CREATE TABLE "Deadline" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "taskId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "wording" TEXT NOT NULL,
    "label" TEXT,
    "kind" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "rrule" TEXT,
    "dueOn" TEXT,
    "suspectReason" TEXT,
    "suspectProposed" TEXT,
    "decidedOn" TEXT,
    CONSTRAINT "Deadline_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Deadline" VALUES ('6023f5e0-e650-47a1-ac29-d719db6c3199', 'c68a749e-efc4-4c6a-bcaa-32c2a9f3de95', 0, 'Trước ngày 15/01/2025', NULL, 'before', NULL, '2025-01-15', NULL, '2025-01-14', NULL, NULL, NULL);
INSERT INTO "Deadline" VALUES ('1fede933-7018-48d8-9d3a-b11d5592ce59', 'db6f924f-4e30-40e8-8d3a-9465e3a85698', 0, 'Trước ngày 15/3/2025', NULL, 'before', NULL, '2025-03-15', NULL, '2025-03-14', NULL, NULL, NULL);
INSERT INTO "Deadline" VALUES ('383b64e2-7668-4779-94ef-8eb3a13e3f3f', '40e439a6-69bf-45be-9092-57201cfd52f4', 0, 'Hoàn thành dự thảo trước 05/3/2025', 'Hoàn thành dự thảo', 'before', NULL, '2025-03-05', NULL, '2025-03-04', NULL, NULL, NULL);
INSERT INTO "Deadline" VALUES ('0ed1e57d-8830-4d88-881d-4bb541b6529b', '40e439a6-69bf-45be-9092-57201cfd52f4', 1, 'Trình Hội đồng trước 20/3/2025', 'Trình Hội đồng', 'before', NULL, '2025-03-20', NULL, '2025-03-19', NULL, NULL, NULL);
INSERT INTO "Deadline" VALUES ('18894897-3aad-4b2c-8611-15a3a7987747', '418d7810-69df-40da-aefc-5ed971f8c1cc', 0, 'Trước ngày 16/6/2024', NULL, 'before', NULL, '2024-06-16', NULL, '2024-06-15', 'before-issue', '2025-06-16', NULL);
INSERT INTO "Deadline" VALUES ('c003c1c2-b91e-420a-a8e2-f491e93bae43', '9d50c064-f24f-46ca-a846-cd143a42816c', 0, 'Tháng 6/2025', NULL, 'month', '2025-06-01', '2025-06-30', NULL, '2025-06-30', NULL, NULL, NULL);
INSERT INTO "Deadline" VALUES ('88a0c18d-b4cf-48ee-8785-72b22efc55ea', '0cad6f46-a7da-4d33-a2a4-a6011b8eaafb', 0, '25 hàng tháng', NULL, 'monthly', NULL, NULL, 'FREQ=MONTHLY;BYMONTHDAY=25', NULL, NULL, NULL, NULL);
INSERT INTO "Deadline" VALUES ('56348b04-7a69-4531-babe-ac62e1685984', '9dd2cc8f-86e4-4f49-8060-d70e98ed3898', 0, 'Khi có phát sinh', NULL, 'open', NULL, NULL, NULL, NULL, NULL, NULL, NULL);
CREATE TABLE "Fact" (
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL DEFAULT 1,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    PRIMARY KEY ("platform", "bot", "key")
);
INSERT INTO "Fact" VALUES ('zalo-oa', 1, 'account', '1');
CREATE TABLE "Inbox" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL DEFAULT 1,
    "externalId" TEXT NOT NULL,
    "chatKey" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "claimedBy" TEXT,
    "claimedUntil" DATETIME,
    "doneAt" DATETIME,
    "failure" TEXT
);
INSERT INTO "Inbox" VALUES (1, 'telegram', 1, 'update-1', 'telegram:sec', '{}', '2025-02-20T01:30:00.000+00:00', '79831b0c-6163-42de-b9c6-125ce9af9528', '2025-02-20T01:30:15.000+00:00', '2025-02-20T01:30:00.000+00:00', NULL);
INSERT INTO "Inbox" VALUES (2, 'telegram', 1, 'update-3', 'telegram:group-1', '{}', '2025-02-20T01:30:00.000+00:00', '79831b0c-6163-42de-b9c6-125ce9af9528', '2025-02-20T01:30:15.000+00:00', '2025-02-20T01:30:00.000+00:00', NULL);
INSERT INTO "Inbox" VALUES (3, 'telegram', 1, 'update-5', 'telegram:sec', '{}', '2025-02-20T01:30:00.000+00:00', '79831b0c-6163-42de-b9c6-125ce9af9528', '2025-02-20T01:30:15.000+00:00', '2025-02-20T01:30:00.000+00:00', NULL);
INSERT INTO "Inbox" VALUES (4, 'telegram', 1, 'update-7', 'telegram:head', '{}', '2025-02-20T01:30:00.000+00:00', '79831b0c-6163-42de-b9c6-125ce9af9528', '2025-02-20T01:30:15.000+00:00', '2025-02-20T01:30:00.000+00:00', NULL);
INSERT INTO "Inbox" VALUES (5, 'telegram', 1, 'update-9', 'telegram:sec', '{}', '2025-02-20T01:30:00.000+00:00', '79831b0c-6163-42de-b9c6-125ce9af9528', '2025-02-20T01:30:15.000+00:00', '2025-02-20T01:30:00.000+00:00', NULL);
INSERT INTO "Inbox" VALUES (6, 'telegram', 1, 'update-11', 'telegram:group-1', '{}', '2025-02-20T01:30:00.000+00:00', '79831b0c-6163-42de-b9c6-125ce9af9528', '2025-02-20T01:30:15.000+00:00', '2025-02-20T01:30:00.000+00:00', NULL);
INSERT INTO "Inbox" VALUES (7, 'telegram', 1, 'update-13', 'telegram:sec', '{}', '2025-02-20T01:30:00.000+00:00', '79831b0c-6163-42de-b9c6-125ce9af9528', '2025-02-20T01:30:15.000+00:00', '2025-02-20T01:30:00.000+00:00', NULL);
INSERT INTO "Inbox" VALUES (8, 'telegram', 1, 'late', 'telegram:sec', '{"platform":"telegram","externalId":"late","chat":{"externalId":"sec","kind":"private"},"sender":{"externalId":"sec","name":"Chị Thư"},"event":{"kind":"text","text":"/trogiup","messageId":"late","addressed":"private"}}', '2025-02-20T01:30:00.000+00:00', NULL, NULL, NULL, NULL);
CREATE TABLE "Invite" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "councilId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unitId" TEXT,
    "codeHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "usedById" TEXT,
    CONSTRAINT "Invite_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Invite_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Invite" VALUES ('0974cf30-9e4b-4521-b25d-efdcaf5b5662', '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', 'secretariat', NULL, '25cac1ed685c1dc2cd15a2cbbc07331f6e1cca58b7c9ec044f894ee1dfef9a24', '2025-02-20T01:30:00.000+00:00', '2025-02-27T01:30:00.000+00:00', '2025-02-20T01:30:00.000+00:00', '8c004a43-aeb1-431f-b997-a5bd063c8bda');
INSERT INTO "Invite" VALUES ('c2ffb8fb-7669-4012-9e6c-b7f088b4b106', '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', 'head', '092f06d7-a144-4f78-9747-66d9df4c711d', 'd84e45655f8dfbe01cb2aa555f83476662c20ee373b93769a9db4aa9d4284b80', '2025-02-20T01:30:00.000+00:00', '2025-02-27T01:30:00.000+00:00', '2025-02-20T01:30:00.000+00:00', '1f4a583d-62cb-4979-abde-62b1fd70a357');
CREATE TABLE "JobRun" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "job" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "counts" JSONB,
    "failure" TEXT
);
INSERT INTO "JobRun" VALUES (1, 'remind', '2025-02-20T01:30:00.000+00:00', '2025-02-20T01:30:00.000+00:00', '{"councils":1,"messages":0,"failed":0}', NULL);
CREATE TABLE "Lease" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT NOT NULL,
    "until" DATETIME NOT NULL
);
INSERT INTO "Lease" VALUES ('serve:old', 'old', '2025-02-20T01:30:00.000+00:00');
CREATE TABLE "Membership" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "councilId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unitId" TEXT,
    "away" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Membership_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Membership_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Membership" VALUES ('7df061b9-de20-445d-a897-18550e0dfe28', '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', '8c004a43-aeb1-431f-b997-a5bd063c8bda', 'secretariat', NULL, 0, '2025-02-20T01:30:00.000+00:00');
INSERT INTO "Membership" VALUES ('63f5697e-99ee-4951-b3ac-c63e0a172a84', '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', '1f4a583d-62cb-4979-abde-62b1fd70a357', 'head', '092f06d7-a144-4f78-9747-66d9df4c711d', 0, '2025-02-20T01:30:00.000+00:00');
CREATE TABLE "MonthlyUse" (
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL DEFAULT 1,
    "month" TEXT NOT NULL,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "received" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("platform", "bot", "month")
);
INSERT INTO "MonthlyUse" VALUES ('zalo-oa', 1, '2025-02', 12, 7);
CREATE TABLE "Nomination" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "movementId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "said" JSONB NOT NULL,
    "counts" JSONB NOT NULL,
    "request" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,
    "personId" TEXT,
    "personName" TEXT NOT NULL,
    "behalf" BOOLEAN NOT NULL DEFAULT false,
    "at" DATETIME NOT NULL,
    "platform" TEXT,
    "chat" TEXT,
    "messageId" TEXT,
    "revision" BIGINT,
    CONSTRAINT "Nomination_movementId_fkey" FOREIGN KEY ("movementId") REFERENCES "RoundMovement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Nomination_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "Nomination" VALUES (1, '7486b1d7-a1a0-4243-8702-6dd9a0f99d01', '092f06d7-a144-4f78-9747-66d9df4c711d', 1, 'said', '{"collective":2,"individual":4}', '{"collective":2,"individual":4}', 0, NULL, '1f4a583d-62cb-4979-abde-62b1fd70a357', 'Anh Công', 0, '2025-02-20T01:30:00.000+00:00', NULL, NULL, NULL, NULL);
CREATE TABLE "Outage" (
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL DEFAULT 1,
    "since" DATETIME NOT NULL,
    "reason" TEXT NOT NULL,
    "down" BOOLEAN NOT NULL DEFAULT false,
    "toldAt" DATETIME,
    "endedAt" DATETIME,

    PRIMARY KEY ("platform", "bot")
);
INSERT INTO "Outage" VALUES ('zalo-oa', 1, '2025-02-20T01:30:00.000+00:00', 'plan', 1, '2025-02-20T01:30:00.000+00:00', NULL);
CREATE TABLE "Outbox" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL DEFAULT 1,
    "chatId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "promptId" TEXT,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" DATETIME NOT NULL,
    "claimedBy" TEXT,
    "claimedUntil" DATETIME,
    "externalId" TEXT,
    "reason" TEXT,
    "createdAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "reported" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Outbox_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Outbox" VALUES (1, 'telegram', 1, '03c16a19-bc98-4910-857a-b863d29f35e9', 'reply', 0, 'reply:1:0', '{"body":{"text":"Đã ghi nhận Chị Thư là thư ký của Hội đồng TĐKT phường Cũ.\n/viec: việc đến hạn. Ví dụ: quý này có gì đến hạn? tháng 7, tuần sau, quá hạn, 30 ngày tới, việc của đơn vị tôi","spans":[{"style":"bold","offset":34,"length":23},{"style":"bold","offset":59,"length":5},{"style":"italic","offset":87,"length":83}]},"choices":[]}', NULL, 'sent', 1, '2025-02-20T01:30:00.000+00:00', NULL, NULL, 'bot-2', NULL, '2025-02-20T01:30:00.000+00:00', '2025-02-20T01:30:00.000+00:00', 0);
INSERT INTO "Outbox" VALUES (2, 'telegram', 1, 'cda672a0-6d0c-4980-a4a3-413f12b68866', 'reply', 0, 'reply:2:0', '{"body":{"text":"Đã liên kết nhóm này với Hội đồng TĐKT phường Cũ. Mọi người trong nhóm có thể hỏi: quý này có gì đến hạn?","spans":[{"style":"bold","offset":25,"length":23},{"style":"italic","offset":83,"length":22}]},"choices":[],"answers":"m2"}', NULL, 'sent', 1, '2025-02-20T01:30:00.000+00:00', NULL, NULL, 'bot-4', NULL, '2025-02-20T01:30:00.000+00:00', '2025-02-20T01:30:00.000+00:00', 0);
INSERT INTO "Outbox" VALUES (3, 'telegram', 1, '03c16a19-bc98-4910-857a-b863d29f35e9', 'reply', 0, 'reply:3:0', '{"body":{"text":"Mã cho trưởng Công an phường, dùng một lần, trong 7 ngày (đến 27/02/2025):\n/start 23XT6TRET97B65TDD0KGS0J02G\nHoặc mở liên kết: https://chat.example/bot?start=23XT6TRET97B65TDD0KGS0J02G\nChuyển tin này riêng cho người được giao. Ai có mã cũng dùng được, nên không gửi vào nhóm.","spans":[{"style":"code","offset":75,"length":33}]},"choices":[]}', NULL, 'sent', 1, '2025-02-20T01:30:00.000+00:00', NULL, NULL, 'bot-6', NULL, '2025-02-20T01:30:00.000+00:00', '2025-02-20T01:30:00.000+00:00', 0);
INSERT INTO "Outbox" VALUES (4, 'telegram', 1, '9c5fb2d9-6188-4eac-aeb1-110f4e5f40b0', 'reply', 0, 'reply:4:0', '{"body":{"text":"Đã ghi nhận Anh Công là trưởng Công an phường của Hội đồng TĐKT phường Cũ.\n/viec: việc đến hạn. Ví dụ: quý này có gì đến hạn? tháng 7, tuần sau, quá hạn, 30 ngày tới, việc của đơn vị tôi","spans":[{"style":"bold","offset":50,"length":23},{"style":"bold","offset":75,"length":5},{"style":"italic","offset":103,"length":83}]},"choices":[]}', NULL, 'sent', 1, '2025-02-20T01:30:00.000+00:00', NULL, NULL, 'bot-8', NULL, '2025-02-20T01:30:00.000+00:00', '2025-02-20T01:30:00.000+00:00', 0);
INSERT INTO "Outbox" VALUES (5, 'telegram', 1, '03c16a19-bc98-4910-857a-b863d29f35e9', 'reply', 0, 'reply:5:0', '{"body":{"text":"Lịch của Hội đồng TĐKT phường Cũ: 6 mốc thời gian. Mở tệp này để đưa vào lịch trên điện thoại hoặc máy tính. Khi kế hoạch thay đổi, mở tệp mới để cập nhật.\n⚠ Chưa đưa vào lịch 1 mốc chờ thư ký xác nhận ngày.\nNgoài ra có 1 việc không ấn định ngày.","spans":[{"style":"bold","offset":0,"length":32}]},"choices":[["Địa chỉ đăng ký lịch"]],"prompt":"d3f8a7aa-f744-4b41-bccf-cbd6da14b07a","file":{"name":"lich-hoi-dong-tdkt-phuong-cu.ics","mime":"text/calendar","base64":"QkVHSU46VkNBTEVOREFSDQpWRVJTSU9OOjIuMA0KUFJPRElEOi0vL3Rka3QtYm90Ly9jYWxlbmRhci8vVkkNCk1FVEhPRDpQVUJMSVNIDQpOQU1FOkjhu5lpIMSR4buTbmcgVMSQS1QgcGjGsOG7nW5nIEPFqQ0KWC1XUi1DQUxOQU1FOkjhu5lpIMSR4buTbmcgVMSQS1QgcGjGsOG7nW5nIEPFqQ0KUkVGUkVTSC1JTlRFUlZBTDtWQUxVRT1EVVJBVElPTjpQVDZIDQpYLVBVQkxJU0hFRC1UVEw6UFQ2SA0KQkVHSU46VkVWRU5UDQpVSUQ6NmQzYzE1MDZhZGY2ZjdkZjNmMDI3ZjJmZTVkM2IwM2VAdGRrdC1ib3QNClNFUVVFTkNFOjcNCkRUU1RBTVA6MjAyNTAyMjBUMDEzMDAwWg0KRFRTVEFSVDtWQUxVRT1EQVRFOjIwMjUwMTE0DQpEVEVORDtWQUxVRT1EQVRFOjIwMjUwMTE1DQpYLU1JQ1JPU09GVC1DRE8tQUxMREFZRVZFTlQ6VFJVRQ0KWC1NSUNST1NPRlQtTVNOQ0FMRU5EQVItQUxMREFZRVZFTlQ6VFJVRQ0KU1VNTUFSWTpUcsaw4bubYyBuZ8OgeSAxNS8wMS8yMDI1OiBU4buVbmcga+G6v3QgcGhvbmcgdHLDoG8gdGhpIMSRdWEgbsSDbSANCiAyMDI0DQpUUkFOU1A6VFJBTlNQQVJFTlQNCkRFU0NSSVBUSU9OOlThu5VuZyBr4bq/dCBwaG9uZyB0csOgbyB0aGkgxJF1YSBuxINtIDIwMjRcblRo4budaSBo4bqhbjogVHINCiDGsOG7m2MgbmfDoHkgMTUvMDEvMjAyNVxuVGjhu7FjIGhp4buHbjogVsSDbiBwaMOybmcgVUJORFxuUGjhu5FpIGjhu6NwOiBDDQogw6FjIGLhu5kgcGjhuq1uXG5W4buLIHRyw60gdHJvbmcga+G6vyBob+G6oWNoOiBQTDEgbeG7pWMgMVxuS+G6vyBob+G6oWNoIDANCiA3L0tILVVCTkQNCkJFR0lOOlZBTEFSTQ0KQUNUSU9OOkRJU1BMQVkNClRSSUdHRVI6LVA2RFQxNkgNCkRFU0NSSVBUSU9OOlRyxrDhu5tjIG5nw6B5IDE1LzAxLzIwMjU6IFThu5VuZyBr4bq/dCBwaG9uZyB0csOgbyB0aGkgxJF1YSBuDQogxINtIDIwMjQNCkVORDpWQUxBUk0NCkJFR0lOOlZBTEFSTQ0KQUNUSU9OOkRJU1BMQVkNClRSSUdHRVI6LVBUMTZIDQpERVNDUklQVElPTjpUcsaw4bubYyBuZ8OgeSAxNS8wMS8yMDI1OiBU4buVbmcga+G6v3QgcGhvbmcgdHLDoG8gdGhpIMSRdWEgbg0KIMSDbSAyMDI0DQpFTkQ6VkFMQVJNDQpDQVRFR09SSUVTOlRoaSDEkXVhIC0gS2hlbiB0aMaw4bufbmcsVsSDbiBwaMOybmcgVUJORA0KU1RBVFVTOkNPTkZJUk1FRA0KWC1NSUNST1NPRlQtQ0RPLUJVU1lTVEFUVVM6RlJFRQ0KTEFTVC1NT0RJRklFRDoyMDI1MDIyMFQwMTMwMDBaDQpFTkQ6VkVWRU5UDQpCRUdJTjpWRVZFTlQNClVJRDo2MDM0ODkyZGNhY2YxN2JkZTQxMjMwMWMxZTA1YTgyOUB0ZGt0LWJvdA0KU0VRVUVOQ0U6Nw0KRFRTVEFNUDoyMDI1MDIyMFQwMTMwMDBaDQpEVFNUQVJUO1ZBTFVFPURBVEU6MjAyNTAxMjUNCkRURU5EO1ZBTFVFPURBVEU6MjAyNTAxMjYNClgtTUlDUk9TT0ZULUNETy1BTExEQVlFVkVOVDpUUlVFDQpYLU1JQ1JPU09GVC1NU05DQUxFTkRBUi1BTExEQVlFVkVOVDpUUlVFDQpSUlVMRTpGUkVRPU1PTlRITFk7QllNT05USERBWT0yNTtVTlRJTD0yMDI1MTIyNQ0KU1VNTUFSWToyNSBow6BuZyB0aMOhbmc6IELDoW8gY8OhbyBr4bq/dCBxdeG6oyBwaG9uZyB0csOgbw0KVFJBTlNQOlRSQU5TUEFSRU5UDQpERVNDUklQVElPTjpCw6FvIGPDoW8ga+G6v3QgcXXhuqMgcGhvbmcgdHLDoG9cblRo4budaSBo4bqhbjogMjUgaMOgbmcgdGjDoQ0KIG5nXG5UaOG7sWMgaGnhu4duOiBDw7RuZyBhbiBwaMaw4budbmdcblbhu4sgdHLDrSB0cm9uZyBr4bq/IGhv4bqhY2g6IFBMMSBtDQog4bulYyA2XG5L4bq/IGhv4bqhY2ggMDcvS0gtVUJORA0KQkVHSU46VkFMQVJNDQpBQ1RJT046RElTUExBWQ0KVFJJR0dFUjotUDZEVDE2SA0KREVTQ1JJUFRJT046MjUgaMOgbmcgdGjDoW5nOiBCw6FvIGPDoW8ga+G6v3QgcXXhuqMgcGhvbmcgdHLDoG8NCkVORDpWQUxBUk0NCkJFR0lOOlZBTEFSTQ0KQUNUSU9OOkRJU1BMQVkNClRSSUdHRVI6LVBUMTZIDQpERVNDUklQVElPTjoyNSBow6BuZyB0aMOhbmc6IELDoW8gY8OhbyBr4bq/dCBxdeG6oyBwaG9uZyB0csOgbw0KRU5EOlZBTEFSTQ0KQ0FURUdPUklFUzpUaGkgxJF1YSAtIEtoZW4gdGjGsOG7n25nLEPDtG5nIGFuIHBoxrDhu51uZw0KU1RBVFVTOkNPTkZJUk1FRA0KWC1NSUNST1NPRlQtQ0RPLUJVU1lTVEFUVVM6RlJFRQ0KTEFTVC1NT0RJRklFRDoyMDI1MDIyMFQwMTMwMDBaDQpFTkQ6VkVWRU5UDQpCRUdJTjpWRVZFTlQNClVJRDplNzBkMjMzMTAxMjQ3NWUzZDRhZWE5ZjczZjkzNWU3NEB0ZGt0LWJvdA0KU0VRVUVOQ0U6Nw0KRFRTVEFNUDoyMDI1MDIyMFQwMTMwMDBaDQpEVFNUQVJUO1ZBTFVFPURBVEU6MjAyNTAzMDQNCkRURU5EO1ZBTFVFPURBVEU6MjAyNTAzMDUNClgtTUlDUk9TT0ZULUNETy1BTExEQVlFVkVOVDpUUlVFDQpYLU1JQ1JPU09GVC1NU05DQUxFTkRBUi1BTExEQVlFVkVOVDpUUlVFDQpTVU1NQVJZOkhvw6BuIHRow6BuaCBk4buxIHRo4bqjbyB0csaw4bubYyAwNS8zLzIwMjU6IEzhuq1wIGRhbmggc8OhY2ggZ8awDQogxqFuZyBuZ8aw4budaSB04buRdFwsIHZp4buHYyB04buRdA0KVFJBTlNQOlRSQU5TUEFSRU5UDQpERVNDUklQVElPTjpM4bqtcCBkYW5oIHPDoWNoIGfGsMahbmcgbmfGsOG7nWkgdOG7kXRcLCB2aeG7h2MgdOG7kXRcblRo4budaQ0KICBo4bqhbjogSG/DoG4gdGjDoG5oIGThu7EgdGjhuqNvIHRyxrDhu5tjIDA1LzMvMjAyNVxuVGjhu7FjIGhp4buHbjogWSB04bq/DQogIHBoxrDhu51uZ1xuVuG7iyB0csOtIHRyb25nIGvhur8gaG/huqFjaDogUEwxIG3hu6VjIDNcbkvhur8gaG/huqFjaCAwNy9LSC0NCiBVQk5EDQpCRUdJTjpWQUxBUk0NCkFDVElPTjpESVNQTEFZDQpUUklHR0VSOi1QNkRUMTZIDQpERVNDUklQVElPTjpIb8OgbiB0aMOgbmggZOG7sSB0aOG6o28gdHLGsOG7m2MgMDUvMy8yMDI1OiBM4bqtcCBkYW5oIHPDoWNoIA0KIGfGsMahbmcgbmfGsOG7nWkgdOG7kXRcLCB2aeG7h2MgdOG7kXQNCkVORDpWQUxBUk0NCkJFR0lOOlZBTEFSTQ0KQUNUSU9OOkRJU1BMQVkNClRSSUdHRVI6LVBUMTZIDQpERVNDUklQVElPTjpIb8OgbiB0aMOgbmggZOG7sSB0aOG6o28gdHLGsOG7m2MgMDUvMy8yMDI1OiBM4bqtcCBkYW5oIHPDoWNoIA0KIGfGsMahbmcgbmfGsOG7nWkgdOG7kXRcLCB2aeG7h2MgdOG7kXQNCkVORDpWQUxBUk0NCkNBVEVHT1JJRVM6VGhpIMSRdWEgLSBLaGVuIHRoxrDhu59uZyxZIHThur8gcGjGsOG7nW5nDQpTVEFUVVM6Q09ORklSTUVEDQpYLU1JQ1JPU09GVC1DRE8tQlVTWVNUQVRVUzpGUkVFDQpMQVNULU1PRElGSUVEOjIwMjUwMjIwVDAxMzAwMFoNCkVORDpWRVZFTlQNCkJFR0lOOlZFVkVOVA0KVUlEOjAyMGRlYmM0MzhmMWMyZTYwMWNiN2YwOTk0ZTY0YzlkQHRka3QtYm90DQpTRVFVRU5DRTo3DQpEVFNUQU1QOjIwMjUwMjIwVDAxMzAwMFoNCkRUU1RBUlQ7VkFMVUU9REFURToyMDI1MDMxNA0KRFRFTkQ7VkFMVUU9REFURToyMDI1MDMxNQ0KWC1NSUNST1NPRlQtQ0RPLUFMTERBWUVWRU5UOlRSVUUNClgtTUlDUk9TT0ZULU1TTkNBTEVOREFSLUFMTERBWUVWRU5UOlRSVUUNClNVTU1BUlk6VHLGsOG7m2MgbmfDoHkgMTUvMy8yMDI1OiBLw70gZ2lhbyDGsOG7m2MgdGhpIMSRdWEgZ2nhu69hIGPDoWMgdA0KIOG7lSBkw6JuIHBo4buRDQpUUkFOU1A6VFJBTlNQQVJFTlQNCkRFU0NSSVBUSU9OOkvDvSBnaWFvIMaw4bubYyB0aGkgxJF1YSBnaeG7r2EgY8OhYyB04buVIGTDom4gcGjhu5FcblRo4budaSBoDQog4bqhbjogVHLGsOG7m2MgbmfDoHkgMTUvMy8yMDI1XG5UaOG7sWMgaGnhu4duOiBDw7RuZyBhbiBwaMaw4budbmdcblBo4buRaSANCiBo4bujcDogVsSDbiBwaMOybmcgVUJORFxuVuG7iyB0csOtIHRyb25nIGvhur8gaG/huqFjaDogUEwxIG3hu6VjIDJcbkvhur8gaA0KIG/huqFjaCAwNy9LSC1VQk5EDQpCRUdJTjpWQUxBUk0NCkFDVElPTjpESVNQTEFZDQpUUklHR0VSOi1QNkRUMTZIDQpERVNDUklQVElPTjpUcsaw4bubYyBuZ8OgeSAxNS8zLzIwMjU6IEvDvSBnaWFvIMaw4bubYyB0aGkgxJF1YSBnaeG7r2EgY8OhYw0KICB04buVIGTDom4gcGjhu5ENCkVORDpWQUxBUk0NCkJFR0lOOlZBTEFSTQ0KQUNUSU9OOkRJU1BMQVkNClRSSUdHRVI6LVBUMTZIDQpERVNDUklQVElPTjpUcsaw4bubYyBuZ8OgeSAxNS8zLzIwMjU6IEvDvSBnaWFvIMaw4bubYyB0aGkgxJF1YSBnaeG7r2EgY8OhYw0KICB04buVIGTDom4gcGjhu5ENCkVORDpWQUxBUk0NCkNBVEVHT1JJRVM6VGhpIMSRdWEgLSBLaGVuIHRoxrDhu59uZyxDw7RuZyBhbiBwaMaw4budbmcNClNUQVRVUzpDT05GSVJNRUQNClgtTUlDUk9TT0ZULUNETy1CVVNZU1RBVFVTOkZSRUUNCkxBU1QtTU9ESUZJRUQ6MjAyNTAyMjBUMDEzMDAwWg0KRU5EOlZFVkVOVA0KQkVHSU46VkVWRU5UDQpVSUQ6ZjEwYjBiYmFhYjA1NTM4MWZiYzVmMjFlNGVkNGViMmVAdGRrdC1ib3QNClNFUVVFTkNFOjcNCkRUU1RBTVA6MjAyNTAyMjBUMDEzMDAwWg0KRFRTVEFSVDtWQUxVRT1EQVRFOjIwMjUwMzE5DQpEVEVORDtWQUxVRT1EQVRFOjIwMjUwMzIwDQpYLU1JQ1JPU09GVC1DRE8tQUxMREFZRVZFTlQ6VFJVRQ0KWC1NSUNST1NPRlQtTVNOQ0FMRU5EQVItQUxMREFZRVZFTlQ6VFJVRQ0KU1VNTUFSWTpUcsOsbmggSOG7mWkgxJHhu5NuZyB0csaw4bubYyAyMC8zLzIwMjU6IEzhuq1wIGRhbmggc8OhY2ggZ8awxqFuZyANCiBuZ8aw4budaSB04buRdFwsIHZp4buHYyB04buRdA0KVFJBTlNQOlRSQU5TUEFSRU5UDQpERVNDUklQVElPTjpM4bqtcCBkYW5oIHPDoWNoIGfGsMahbmcgbmfGsOG7nWkgdOG7kXRcLCB2aeG7h2MgdOG7kXRcblRo4budaQ0KICBo4bqhbjogVHLDrG5oIEjhu5lpIMSR4buTbmcgdHLGsOG7m2MgMjAvMy8yMDI1XG5UaOG7sWMgaGnhu4duOiBZIHThur8gcGgNCiDGsOG7nW5nXG5W4buLIHRyw60gdHJvbmcga+G6vyBob+G6oWNoOiBQTDEgbeG7pWMgM1xuS+G6vyBob+G6oWNoIDA3L0tILVVCTg0KIEQNCkJFR0lOOlZBTEFSTQ0KQUNUSU9OOkRJU1BMQVkNClRSSUdHRVI6LVA2RFQxNkgNCkRFU0NSSVBUSU9OOlRyw6xuaCBI4buZaSDEkeG7k25nIHRyxrDhu5tjIDIwLzMvMjAyNTogTOG6rXAgZGFuaCBzw6FjaCBnxrANCiDGoW5nIG5nxrDhu51pIHThu5F0XCwgdmnhu4djIHThu5F0DQpFTkQ6VkFMQVJNDQpCRUdJTjpWQUxBUk0NCkFDVElPTjpESVNQTEFZDQpUUklHR0VSOi1QVDE2SA0KREVTQ1JJUFRJT046VHLDrG5oIEjhu5lpIMSR4buTbmcgdHLGsOG7m2MgMjAvMy8yMDI1OiBM4bqtcCBkYW5oIHPDoWNoIGfGsA0KIMahbmcgbmfGsOG7nWkgdOG7kXRcLCB2aeG7h2MgdOG7kXQNCkVORDpWQUxBUk0NCkNBVEVHT1JJRVM6VGhpIMSRdWEgLSBLaGVuIHRoxrDhu59uZyxZIHThur8gcGjGsOG7nW5nDQpTVEFUVVM6Q09ORklSTUVEDQpYLU1JQ1JPU09GVC1DRE8tQlVTWVNUQVRVUzpGUkVFDQpMQVNULU1PRElGSUVEOjIwMjUwMjIwVDAxMzAwMFoNCkVORDpWRVZFTlQNCkJFR0lOOlZFVkVOVA0KVUlEOjEzOTQyMDdhYTA5ZTgyY2ZlZjUyYmRhNWQ3M2U1MjQ0QHRka3QtYm90DQpTRVFVRU5DRTo3DQpEVFNUQU1QOjIwMjUwMjIwVDAxMzAwMFoNCkRUU1RBUlQ7VkFMVUU9REFURToyMDI1MDYwMQ0KRFRFTkQ7VkFMVUU9REFURToyMDI1MDcwMQ0KWC1NSUNST1NPRlQtQ0RPLUFMTERBWUVWRU5UOlRSVUUNClgtTUlDUk9TT0ZULU1TTkNBTEVOREFSLUFMTERBWUVWRU5UOlRSVUUNClNVTU1BUlk6VGjDoW5nIDYvMjAyNTogU8ahIGvhur90IDYgdGjDoW5nIMSR4bqndSBuxINtDQpUUkFOU1A6VFJBTlNQQVJFTlQNCkRFU0NSSVBUSU9OOlPGoSBr4bq/dCA2IHRow6FuZyDEkeG6p3UgbsSDbVxuVGjhu51pIGjhuqFuOiBUaMOhbmcgNi8yMDI1XG5UDQogaOG7sWMgaGnhu4duOiBWxINuIHBow7JuZyBVQk5EXG5W4buLIHRyw60gdHJvbmcga+G6vyBob+G6oWNoOiBQTDEgbeG7pWMgNVwNCiBuS+G6vyBob+G6oWNoIDA3L0tILVVCTkQNCkJFR0lOOlZBTEFSTQ0KQUNUSU9OOkRJU1BMQVkNClRSSUdHRVI7UkVMQVRFRD1FTkQ6LVA3RFQxNkgNCkRFU0NSSVBUSU9OOlRow6FuZyA2LzIwMjU6IFPGoSBr4bq/dCA2IHRow6FuZyDEkeG6p3UgbsSDbQ0KRU5EOlZBTEFSTQ0KQkVHSU46VkFMQVJNDQpBQ1RJT046RElTUExBWQ0KVFJJR0dFUjtSRUxBVEVEPUVORDotUDFEVDE2SA0KREVTQ1JJUFRJT046VGjDoW5nIDYvMjAyNTogU8ahIGvhur90IDYgdGjDoW5nIMSR4bqndSBuxINtDQpFTkQ6VkFMQVJNDQpDQVRFR09SSUVTOlRoaSDEkXVhIC0gS2hlbiB0aMaw4bufbmcsVsSDbiBwaMOybmcgVUJORA0KU1RBVFVTOkNPTkZJUk1FRA0KWC1NSUNST1NPRlQtQ0RPLUJVU1lTVEFUVVM6RlJFRQ0KTEFTVC1NT0RJRklFRDoyMDI1MDIyMFQwMTMwMDBaDQpFTkQ6VkVWRU5UDQpFTkQ6VkNBTEVOREFSDQo="}}', 'd3f8a7aa-f744-4b41-bccf-cbd6da14b07a', 'sent', 1, '2025-02-20T01:30:00.000+00:00', NULL, NULL, 'bot-10', NULL, '2025-02-20T01:30:00.000+00:00', '2025-02-20T01:30:00.000+00:00', 0);
INSERT INTO "Outbox" VALUES (6, 'telegram', 1, 'cda672a0-6d0c-4980-a4a3-413f12b68866', 'reply', 0, 'reply:6:0', '{"body":{"text":"Việc đến hạn trong Quý I/2025 · hôm nay 20/02/2025\nKế hoạch 07/KH-UBND ngày 10/01/2025\n\n❗ Trước ngày 15/01/2025 (quá hạn 37 ngày)\nTổng kết phong trào thi đua năm 2024 — Văn phòng UBND — PL1 mục 1\n\n❗ 25 hàng tháng — kỳ 25/01/2025 (quá hạn 26 ngày)\nBáo cáo kết quả phong trào — Công an phường — PL1 mục 6\n\n⏳ 25 hàng tháng — kỳ 25/02/2025 (còn 5 ngày)\nBáo cáo kết quả phong trào — Công an phường — PL1 mục 6\n\n⏳ Hoàn thành dự thảo trước 05/3/2025 (còn 12 ngày)\nLập danh sách gương người tốt, việc tốt — Y tế phường — PL1 mục 3\n\n⏳ Trước ngày 15/3/2025 (còn 22 ngày)\nKý giao ước thi đua giữa các tổ dân phố — Công an phường — PL1 mục 2\n\n⏳ Trình Hội đồng trước 20/3/2025 (còn 27 ngày)\nLập danh sách gương người tốt, việc tốt — Y tế phường — PL1 mục 3\n\n⏳ 25 hàng tháng — kỳ 25/3/2025 (còn 33 ngày)\nBáo cáo kết quả phong trào — Công an phường — PL1 mục 6\n\nĐã xong: 0/7.\nNgoài ra có 1 việc không ấn định ngày.","spans":[{"style":"bold","offset":0,"length":29},{"style":"bold","offset":90,"length":21},{"style":"bold","offset":199,"length":29},{"style":"bold","offset":306,"length":29},{"style":"bold","offset":408,"length":34},{"style":"bold","offset":526,"length":20},{"style":"bold","offset":633,"length":30},{"style":"bold","offset":747,"length":28}]},"choices":[["‹ Quý IV/2024","Quý II/2025 ›"],["Việc của đơn vị tôi","Không ấn định ngày"]],"prompt":"b328935a-1eac-4a88-b811-03744915ec6c","answers":"m6"}', 'b328935a-1eac-4a88-b811-03744915ec6c', 'sent', 1, '2025-02-20T01:30:00.000+00:00', NULL, NULL, 'bot-12', NULL, '2025-02-20T01:30:00.000+00:00', '2025-02-20T01:30:00.000+00:00', 0);
INSERT INTO "Outbox" VALUES (7, 'telegram', 1, '03c16a19-bc98-4910-857a-b863d29f35e9', 'reply', 0, 'reply:7:0', '{"body":{"text":"Đã thêm (1 phần). Gửi thêm, hoặc chọn “Xem trước”.","spans":[]},"choices":[["Xem trước"],["Xóa phần cuối","Hủy"]],"prompt":"24676b64-3b6a-4e52-805e-3ac1bab44c47"}', '24676b64-3b6a-4e52-805e-3ac1bab44c47', 'sent', 1, '2025-02-20T01:30:00.000+00:00', NULL, NULL, 'bot-14', NULL, '2025-02-20T01:30:00.000+00:00', '2025-02-20T01:30:00.000+00:00', 0);
INSERT INTO "Outbox" VALUES (8, 'telegram', 1, 'cda672a0-6d0c-4980-a4a3-413f12b68866', 'reply', 0, 'waits', '{"body":{"text":"Tin còn chờ","spans":[]},"choices":[]}', NULL, 'waiting', 0, '2025-02-20T01:30:00.000+00:00', NULL, NULL, NULL, NULL, '2025-02-20T01:30:00.000+00:00', NULL, 0);
INSERT INTO "Outbox" VALUES (9, 'telegram', 1, '03c16a19-bc98-4910-857a-b863d29f35e9', 'reply', 0, 'died', '{"body":{"text":"Tin đang gửi","spans":[]},"choices":[]}', NULL, 'sending', 1, '2025-02-20T01:30:00.000+00:00', 'died', '2025-02-20T01:30:00.000+00:00', NULL, NULL, '2025-02-20T01:30:00.000+00:00', NULL, 0);
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
, "preferred" TEXT);
INSERT INTO "Person" VALUES ('8c004a43-aeb1-431f-b997-a5bd063c8bda', 'Chị Thư', '2025-02-20T01:30:00.000+00:00', NULL);
INSERT INTO "Person" VALUES ('1f4a583d-62cb-4979-abde-62b1fd70a357', 'Anh Công', '2025-02-20T01:30:00.000+00:00', NULL);
CREATE TABLE "Plan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "councilId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Plan_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Plan" VALUES ('7142aab1-012c-45f1-8ca6-3134b540210c', '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', '2025-02-20T01:30:00.000+00:00');
CREATE TABLE "PlanVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "planId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "number" TEXT,
    "issuedOn" TEXT,
    "year" INTEGER,
    "issuer" TEXT,
    "title" TEXT,
    "from" TEXT,
    "to" TEXT,
    "sourceName" TEXT NOT NULL,
    "sourceHash" TEXT NOT NULL,
    "warnings" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "approvedAt" DATETIME, "firstApprovedAt" DATETIME, "firstApprovedBy" TEXT,
    CONSTRAINT "PlanVersion_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "PlanVersion" VALUES ('1eb02e1c-41ce-41a4-8697-91dafbb81022', '7142aab1-012c-45f1-8ca6-3134b540210c', 1, 'approved', '07/KH-UBND', '2025-01-10', 2025, 'ỦY BAN NHÂN DÂN', 'LẠC', '2025-01-01', '2025-12-31', 'ke-hoach.txt', '1137ac52750148f75d9baf24a7cbddce62cf6c6ee152895ffd531b3378d7b47f', '[{"code":"suspect-year","message":"Ghi “Trước ngày 16/6/2024”: ngày sớm hơn ngày ban hành kế hoạch, có thể là 16/6/2025. Đề nghị xác nhận.","at":"PL1 mục 4"}]', '2025-02-20T01:30:00.000+00:00', '2025-02-20T01:30:00.000+00:00', NULL, NULL);
CREATE TABLE "PlaygroundClock" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "offsetMs" BIGINT NOT NULL
);
INSERT INTO "PlaygroundClock" VALUES (1, -86400000);
CREATE TABLE "PlaygroundMessage" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "chat" TEXT NOT NULL,
    "sender" TEXT,
    "body" JSONB NOT NULL,
    "at" DATETIME NOT NULL,
    "editedAt" DATETIME
);
INSERT INTO "PlaygroundMessage" VALUES (1, 'group-council', 'lan', '{"text":"Chào"}', '2025-02-20T01:30:00.000+00:00', NULL);
CREATE TABLE "Prompt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "chatId" TEXT NOT NULL,
    "personId" TEXT,
    "choices" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "menu" BOOLEAN NOT NULL DEFAULT false,
    "standing" BOOLEAN NOT NULL DEFAULT false, "askedById" TEXT,
    CONSTRAINT "Prompt_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Prompt" VALUES ('d3f8a7aa-f744-4b41-bccf-cbd6da14b07a', '03c16a19-bc98-4910-857a-b863d29f35e9', NULL, '["/lich địa chỉ"]', '2025-02-20T01:30:00.000+00:00', '2025-03-22T01:30:00.000+00:00', NULL, 0, 0, NULL);
INSERT INTO "Prompt" VALUES ('b328935a-1eac-4a88-b811-03744915ec6c', 'cda672a0-6d0c-4980-a4a3-413f12b68866', NULL, '["/viec quý 4/2024","/viec quý 2/2025","/viec quý 1/2025 của đơn vị tôi","/viec việc không ấn định ngày quý 1/2025"]', '2025-02-20T01:30:00.000+00:00', '2025-03-22T01:30:00.000+00:00', NULL, 0, 0, '1f4a583d-62cb-4979-abde-62b1fd70a357');
INSERT INTO "Prompt" VALUES ('24676b64-3b6a-4e52-805e-3ac1bab44c47', '03c16a19-bc98-4910-857a-b863d29f35e9', '8c004a43-aeb1-431f-b997-a5bd063c8bda', '["/thongbao xem-truoc @5407502c-d20f-422c-bfbf-44fdf80ddbc3","/thongbao bo-cuoi @5407502c-d20f-422c-bfbf-44fdf80ddbc3","/thongbao huy @5407502c-d20f-422c-bfbf-44fdf80ddbc3"]', '2025-02-20T01:30:00.000+00:00', '2025-03-22T01:30:00.000+00:00', NULL, 0, 0, NULL);
CREATE TABLE "Question" (
    "chatId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,

    PRIMARY KEY ("chatId", "personId"),
    CONSTRAINT "Question_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Question_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Question" VALUES ('03c16a19-bc98-4910-857a-b863d29f35e9', '8c004a43-aeb1-431f-b997-a5bd063c8bda', '/thongbao soan @5407502c-d20f-422c-bfbf-44fdf80ddbc3', '2025-02-20T02:00:00.000+00:00');
CREATE TABLE "Quota" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "versionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "appendix" TEXT,
    "movement" TEXT NOT NULL,
    "unit" TEXT,
    "collectiveMax" INTEGER,
    "collectiveOf" INTEGER,
    "individualMax" INTEGER,
    "individualOf" INTEGER,
    "familyMax" INTEGER,
    "familyOf" INTEGER,
    "basis" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    CONSTRAINT "Quota_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PlanVersion" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Quota" VALUES ('b56fe7be-548f-4b61-9668-abc548c57fe0', '1eb02e1c-41ce-41a4-8697-91dafbb81022', 0, 'Phụ lục 2', 'Phong trào thi đua yêu nước', 'Văn phòng UBND', 1, NULL, 4, NULL, NULL, NULL, 'quota', '1 | Văn phòng UBND | 01 | 04');
INSERT INTO "Quota" VALUES ('650957d0-ad7f-40cd-a842-c098accc33b1', '1eb02e1c-41ce-41a4-8697-91dafbb81022', 1, 'Phụ lục 2', 'Phong trào thi đua yêu nước', 'Công an phường', 3, NULL, 5, NULL, NULL, NULL, 'quota', '2 | Công an phường | 03 | 05');
INSERT INTO "Quota" VALUES ('05d208ac-08ef-4db4-ac58-921e5f9f055c', '1eb02e1c-41ce-41a4-8697-91dafbb81022', 2, 'Phụ lục 2', 'Phong trào thi đua yêu nước', 'Y tế phường', NULL, NULL, 2, NULL, NULL, NULL, 'quota', '3 | Y tế phường | 02');
INSERT INTO "Quota" VALUES ('22b56b76-a93c-44e8-845d-e695d9736d86', '1eb02e1c-41ce-41a4-8697-91dafbb81022', 3, 'Phụ lục 2', 'Phong trào thi đua yêu nước', 'Hội CCB; Hội LHPN', 1, 2, 2, 2, NULL, NULL, 'quota', '4 | Hội CCB; Hội LHPN | 01/02 | 02/02');
CREATE TABLE "Receipt" (
    "recipientId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("recipientId", "personId"),
    CONSTRAINT "Receipt_recipientId_fkey" FOREIGN KEY ("recipientId") REFERENCES "AnnouncementRecipient" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Receipt_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Receipt" VALUES ('8f56bad0-add0-4927-bc64-1e3e2d4316ef', '1f4a583d-62cb-4979-abde-62b1fd70a357', '2025-02-20T01:30:00.000+00:00');
CREATE TABLE "Round" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "councilId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "deadline" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "openedAt" DATETIME,
    "closedAt" DATETIME,
    "chasedOn" TEXT,
    "overTold" BOOLEAN NOT NULL DEFAULT false,
    "stale" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Round_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Round" VALUES ('95204a3f-1f6f-44b3-9f09-72491c2b4426', '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', 'Đợt 1', 'open', '2025-02-28T01:30:00.000+00:00', '2025-02-20T01:30:00.000+00:00', '2025-02-20T01:30:00.000+00:00', NULL, NULL, 0, 0);
CREATE TABLE "RoundCard" (
    "roundId" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "shows" TEXT NOT NULL DEFAULT '',
    "messageId" TEXT,

    PRIMARY KEY ("roundId", "chatId"),
    CONSTRAINT "RoundCard_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "RoundCard_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "RoundCard" VALUES ('95204a3f-1f6f-44b3-9f09-72491c2b4426', 'cda672a0-6d0c-4980-a4a3-413f12b68866', 1, 'digest', 'bot-3');
CREATE TABLE "RoundMovement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roundId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "hasTotal" BOOLEAN NOT NULL DEFAULT false,
    "collectiveMax" INTEGER,
    "collectiveOf" INTEGER,
    "individualMax" INTEGER,
    "individualOf" INTEGER,
    "familyMax" INTEGER,
    "familyOf" INTEGER,
    "settled" JSONB,
    CONSTRAINT "RoundMovement_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "RoundMovement" VALUES ('7486b1d7-a1a0-4243-8702-6dd9a0f99d01', '95204a3f-1f6f-44b3-9f09-72491c2b4426', 0, 'Phong trào thi đua yêu nước', 'quota', '', 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
CREATE TABLE "RoundQuota" (
    "movementId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "hasQuota" BOOLEAN NOT NULL DEFAULT false,
    "collectiveMax" INTEGER,
    "collectiveOf" INTEGER,
    "individualMax" INTEGER,
    "individualOf" INTEGER,
    "familyMax" INTEGER,
    "familyOf" INTEGER,
    "base" INTEGER,

    PRIMARY KEY ("movementId", "unitId"),
    CONSTRAINT "RoundQuota_movementId_fkey" FOREIGN KEY ("movementId") REFERENCES "RoundMovement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "RoundQuota_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "RoundQuota" VALUES ('7486b1d7-a1a0-4243-8702-6dd9a0f99d01', '092f06d7-a144-4f78-9747-66d9df4c711d', 0, 1, 3, NULL, 5, NULL, NULL, NULL, NULL);
CREATE TABLE "SharedFile" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL
);
INSERT INTO "SharedFile" VALUES ('file', 'tong-hop.xlsx', 'application/zip', X'0001ff', '2025-02-20T01:30:00.000+00:00', '2025-02-28T01:30:00.000+00:00');
CREATE TABLE "Snooze" (
    "chatId" TEXT NOT NULL,
    "deadlineId" TEXT NOT NULL,
    "on" TEXT NOT NULL,

    PRIMARY KEY ("chatId", "deadlineId"),
    CONSTRAINT "Snooze_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Snooze_deadlineId_fkey" FOREIGN KEY ("deadlineId") REFERENCES "Deadline" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Snooze" VALUES ('cda672a0-6d0c-4980-a4a3-413f12b68866', '88a0c18d-b4cf-48ee-8785-72b22efc55ea', '2025-02-21');
CREATE TABLE "TakenChoice" (
    "promptId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,

    PRIMARY KEY ("promptId", "index"),
    CONSTRAINT "TakenChoice_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES "Prompt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "TakenChoice" VALUES ('d3f8a7aa-f744-4b41-bccf-cbd6da14b07a', 0);
CREATE TABLE "Task" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "versionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "appendix" TEXT,
    "section" TEXT,
    "no" TEXT,
    "title" TEXT NOT NULL,
    "direct" TEXT,
    "lead" TEXT,
    "support" TEXT,
    "sameAsId" TEXT, "reminders" JSONB,
    CONSTRAINT "Task_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PlanVersion" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Task_sameAsId_fkey" FOREIGN KEY ("sameAsId") REFERENCES "Task" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "Task" VALUES ('c68a749e-efc4-4c6a-bcaa-32c2a9f3de95', '1eb02e1c-41ce-41a4-8697-91dafbb81022', 0, 'Phụ lục 1', 'I. Quý I', '1', 'Tổng kết phong trào thi đua năm 2024', NULL, 'Văn phòng UBND', 'Các bộ phận', NULL, NULL);
INSERT INTO "Task" VALUES ('db6f924f-4e30-40e8-8d3a-9465e3a85698', '1eb02e1c-41ce-41a4-8697-91dafbb81022', 1, 'Phụ lục 1', 'I. Quý I', '2', 'Ký giao ước thi đua giữa các tổ dân phố', NULL, 'Công an phường', 'Văn phòng UBND', NULL, NULL);
INSERT INTO "Task" VALUES ('40e439a6-69bf-45be-9092-57201cfd52f4', '1eb02e1c-41ce-41a4-8697-91dafbb81022', 2, 'Phụ lục 1', 'I. Quý I', '3', 'Lập danh sách gương người tốt, việc tốt', NULL, 'Y tế phường', NULL, NULL, NULL);
INSERT INTO "Task" VALUES ('418d7810-69df-40da-aefc-5ed971f8c1cc', '1eb02e1c-41ce-41a4-8697-91dafbb81022', 3, 'Phụ lục 1', 'II. Quý II', '4', 'Họp Hội đồng xét khen thưởng đợt 1', NULL, 'Văn phòng UBND', 'Công an phường', NULL, NULL);
INSERT INTO "Task" VALUES ('9d50c064-f24f-46ca-a846-cd143a42816c', '1eb02e1c-41ce-41a4-8697-91dafbb81022', 4, 'Phụ lục 1', 'II. Quý II', '5', 'Sơ kết 6 tháng đầu năm', NULL, 'Văn phòng UBND', NULL, NULL, NULL);
INSERT INTO "Task" VALUES ('0cad6f46-a7da-4d33-a2a4-a6011b8eaafb', '1eb02e1c-41ce-41a4-8697-91dafbb81022', 5, 'Phụ lục 1', 'B. Nhiệm vụ thường xuyên', '6', 'Báo cáo kết quả phong trào', NULL, 'Công an phường', NULL, NULL, NULL);
INSERT INTO "Task" VALUES ('9dd2cc8f-86e4-4f49-8060-d70e98ed3898', '1eb02e1c-41ce-41a4-8697-91dafbb81022', 6, 'Phụ lục 1', 'B. Nhiệm vụ thường xuyên', '7', 'Rà soát hồ sơ khen thưởng đột xuất', NULL, 'Y tế phường', NULL, NULL, NULL);
CREATE TABLE "Template" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "councilId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Template_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Template" VALUES ('9b2ae0df-223e-4544-95ea-406e003b0923', '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', 'Họp', 'hop', '[{"text":"Mời họp"}]', '2025-02-20T01:30:00.000+00:00');
CREATE TABLE "Unit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "councilId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL, "phone" TEXT,
    CONSTRAINT "Unit_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Unit" VALUES ('916610b4-6160-4dfd-8ec9-623f6a482510', '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', 'Văn phòng UBND', 'van phong ubnd', '2025-02-20T01:30:00.000+00:00', NULL);
INSERT INTO "Unit" VALUES ('092f06d7-a144-4f78-9747-66d9df4c711d', '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', 'Công an phường', 'cong an phuong', '2025-02-20T01:30:00.000+00:00', '0900 000 000');
INSERT INTO "Unit" VALUES ('8df850dd-304e-4f4e-97dc-e9f60e126f12', '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', 'Y tế phường', 'y te phuong', '2025-02-20T01:30:00.000+00:00', NULL);
INSERT INTO "Unit" VALUES ('b1312e4b-bcc1-4cf3-b452-0df50ccf6534', '2221bb36-5527-4fdb-b911-0cc9bd4f21d4', 'Hội CCB; Hội LHPN', 'hoi ccb; hoi lhpn', '2025-02-20T01:30:00.000+00:00', NULL);
CREATE TABLE "UnitAlias" (
    "unitId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    PRIMARY KEY ("unitId", "key"),
    CONSTRAINT "UnitAlias_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "UnitAlias" VALUES ('092f06d7-a144-4f78-9747-66d9df4c711d', 'CAP', 'cap');
CREATE TABLE "UnitBody" (
    "unitId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    PRIMARY KEY ("unitId", "position"),
    CONSTRAINT "UnitBody_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "UnitBody" VALUES ('b1312e4b-bcc1-4cf3-b452-0df50ccf6534', 0, 'Hội CCB');
INSERT INTO "UnitBody" VALUES ('b1312e4b-bcc1-4cf3-b452-0df50ccf6534', 1, 'Hội LHPN');
CREATE TABLE "WorkingDay" (
    "councilId" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "working" BOOLEAN NOT NULL,

    PRIMARY KEY ("councilId", "date"),
    CONSTRAINT "WorkingDay_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "WorkingDay" VALUES ('2221bb36-5527-4fdb-b911-0cc9bd4f21d4', '2025-03-01', 1);
CREATE TABLE "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0);
INSERT INTO "_prisma_migrations" VALUES ('213212fd-984c-4382-aa7c-d3698bf2b0e5', 'c55bdfc401b63e8de71a01ac0354158e471852d618023331e91f204deaf27675', 1795252101108, '20261120200000_start', NULL, NULL, 1795252101107, 1);
INSERT INTO "_prisma_migrations" VALUES ('8217f9f2-8f62-40bf-a28d-93c45a25fed6', 'b82b6e9d4a8e3e6dd47b40d57e4642c178aa70831b40e593bed8e572873ab623', 1795252101109, '20261120213500_reminders', NULL, NULL, 1795252101108, 1);
INSERT INTO "_prisma_migrations" VALUES ('68d93e4d-ab6b-4792-b8e4-cb9134ad4cdb', '711410c38f7c966a3d11e89306031c7a76b0aa6a9bc389cf07b1faa5cce61830', 1795252101109, '20261120215000_calendar', NULL, NULL, 1795252101109, 1);
INSERT INTO "_prisma_migrations" VALUES ('2360b0dc-8c91-4e89-86af-49d4166c3c52', '598736facd566aa0dac94a49c7971ad5000cf84bc0570a7d115d6f03513d039e', 1795252101114, '20261120220000_card', NULL, NULL, 1795252101109, 1);
INSERT INTO "_prisma_migrations" VALUES ('ed71b71a-74b2-4fdd-9476-4bfee51345a6', 'cc26db979c8b7de866a3d0504db884b20c7f086f992f99acbe8e6dd52c550baf', 1795252101115, '20261120220000_task_reminders', NULL, NULL, 1795252101114, 1);
INSERT INTO "_prisma_migrations" VALUES ('0539ffbc-1fae-42d5-865d-4cdca4b895eb', '4b76b3b791a87f723ce0bb12b0ba3fb36b7a09fc232a8f8dff3aba6c489889da', 1795252101115, '20261120230000_rounds', NULL, NULL, 1795252101115, 1);
INSERT INTO "_prisma_migrations" VALUES ('2a94e5f0-8e8f-409e-a71f-d24f58f9cdb4', '2dd635bfe49fbec1f062b19cd5cfcf34e8c38e3c42d9d8adc4c1db4d36a73e49', 1795252101116, '20261121000000_announcements', NULL, NULL, 1795252101115, 1);
INSERT INTO "_prisma_migrations" VALUES ('ebb30b58-a66a-40a1-bd5d-6f8271d8a407', 'a24085a107a05f2d9b717b2456331600001af9408cf283d583c059a38a72c163', 1795252101122, '20261121010000_review', NULL, NULL, 1795252101116, 1);
INSERT INTO "_prisma_migrations" VALUES ('43037299-f31d-4476-bf9c-c54aefdac68a', '0000f1349fd869a85fe63a794e1cd963882a232984733665f7d6be4856c04920', 1795252101123, '20261121030000_zalo', NULL, NULL, 1795252101122, 1);
INSERT INTO "_prisma_migrations" VALUES ('ea61e785-e5af-4fb9-804d-b982abcd45e6', 'f9ab387db67244e4b0d56fc4027adeea4e1d9dc5c9a9dfb310367290a099a607', 1795252101124, '20261121040000_seen', NULL, NULL, 1795252101123, 1);
INSERT INTO "_prisma_migrations" VALUES ('1875e4ed-7f28-49db-b5b4-24bd07e6797e', 'c352ccb46a8027f2b68532c17b4a9c86c053866604fcfbe28101e360a95d303f', 1795252101124, '20261121070000_audit_unit', NULL, NULL, 1795252101124, 1);
INSERT INTO "_prisma_migrations" VALUES ('47dc44f9-3451-42ec-9607-ab217f0e5ad4', '6a3241580a7135d32e20ecba4cfe27b0ae1fdf5e300efaf2abd4de817b7184d5', 1795252101145, '20261121080000_bots_and_processes', NULL, NULL, 1795252101124, 1);
CREATE INDEX "AccountCode_personId_idx" ON "AccountCode"("personId");
CREATE INDEX "Account_personId_idx" ON "Account"("personId");
CREATE INDEX "AnnouncementProgress_chatId_idx" ON "AnnouncementProgress"("chatId");
CREATE UNIQUE INDEX "AnnouncementRecipient_announcementId_chatId_key" ON "AnnouncementRecipient"("announcementId", "chatId");
CREATE INDEX "AnnouncementRecipient_announcementId_state_idx" ON "AnnouncementRecipient"("announcementId", "state");
CREATE INDEX "AnnouncementRecipient_chatId_idx" ON "AnnouncementRecipient"("chatId");
CREATE INDEX "Announcement_councilId_state_idx" ON "Announcement"("councilId", "state");
CREATE INDEX "Announcement_state_sendAt_idx" ON "Announcement"("state", "sendAt");
CREATE INDEX "ApiRequest_platform_bot_at_idx" ON "ApiRequest"("platform", "bot", "at");
CREATE INDEX "Audit_councilId_at_idx" ON "Audit"("councilId", "at");
CREATE INDEX "CalendarToken_councilId_createdBy_idx" ON "CalendarToken"("councilId", "createdBy");
CREATE INDEX "CalendarToken_createdBy_idx" ON "CalendarToken"("createdBy");
CREATE UNIQUE INDEX "CalendarToken_tokenHash_key" ON "CalendarToken"("tokenHash");
CREATE INDEX "CalendarToken_unitId_idx" ON "CalendarToken"("unitId");
CREATE INDEX "Chat_councilId_idx" ON "Chat"("councilId");
CREATE UNIQUE INDEX "Chat_platform_externalId_bot_key" ON "Chat"("platform", "externalId", "bot");
CREATE INDEX "Completion_deadlineId_idx" ON "Completion"("deadlineId");
CREATE INDEX "Completion_taskId_idx" ON "Completion"("taskId");
CREATE INDEX "CouncilBot_platform_bot_idx" ON "CouncilBot"("platform", "bot");
CREATE INDEX "Council_cardsOn_idx" ON "Council"("cardsOn");
CREATE INDEX "Council_remindedThrough_idx" ON "Council"("remindedThrough");
CREATE UNIQUE INDEX "Deadline_taskId_position_key" ON "Deadline"("taskId", "position");
CREATE INDEX "Inbox_chatKey_doneAt_id_idx" ON "Inbox"("chatKey", "doneAt", "id");
CREATE INDEX "Inbox_doneAt_id_idx" ON "Inbox"("doneAt", "id");
CREATE UNIQUE INDEX "Inbox_platform_bot_externalId_key" ON "Inbox"("platform", "bot", "externalId");
CREATE UNIQUE INDEX "Invite_codeHash_key" ON "Invite"("codeHash");
CREATE INDEX "Invite_councilId_idx" ON "Invite"("councilId");
CREATE INDEX "JobRun_job_startedAt_idx" ON "JobRun"("job", "startedAt");
CREATE INDEX "Membership_councilId_role_idx" ON "Membership"("councilId", "role");
CREATE INDEX "Membership_personId_idx" ON "Membership"("personId");
CREATE INDEX "Membership_unitId_idx" ON "Membership"("unitId");
CREATE UNIQUE INDEX "Nomination_movementId_unitId_version_key" ON "Nomination"("movementId", "unitId", "version");
CREATE INDEX "Nomination_platform_chat_messageId_idx" ON "Nomination"("platform", "chat", "messageId");
CREATE INDEX "Nomination_unitId_idx" ON "Nomination"("unitId");
CREATE INDEX "Outbox_chatId_finishedAt_idx" ON "Outbox"("chatId", "finishedAt");
CREATE UNIQUE INDEX "Outbox_dedupeKey_key" ON "Outbox"("dedupeKey");
CREATE INDEX "Outbox_state_platform_bot_priority_id_idx" ON "Outbox"("state", "platform", "bot", "priority", "id");
CREATE UNIQUE INDEX "PlanVersion_planId_version_key" ON "PlanVersion"("planId", "version");
CREATE INDEX "Plan_councilId_idx" ON "Plan"("councilId");
CREATE INDEX "PlaygroundMessage_chat_id_idx" ON "PlaygroundMessage"("chat", "id");
CREATE INDEX "Prompt_chatId_answeredAt_idx" ON "Prompt"("chatId", "answeredAt");
CREATE INDEX "Prompt_expiresAt_idx" ON "Prompt"("expiresAt");
CREATE INDEX "Question_expiresAt_idx" ON "Question"("expiresAt");
CREATE UNIQUE INDEX "Quota_versionId_position_key" ON "Quota"("versionId", "position");
CREATE INDEX "Receipt_personId_idx" ON "Receipt"("personId");
CREATE INDEX "RoundCard_chatId_messageId_idx" ON "RoundCard"("chatId", "messageId");
CREATE UNIQUE INDEX "RoundMovement_roundId_position_key" ON "RoundMovement"("roundId", "position");
CREATE INDEX "RoundQuota_unitId_idx" ON "RoundQuota"("unitId");
CREATE INDEX "Round_councilId_state_idx" ON "Round"("councilId", "state");
CREATE INDEX "Round_stale_idx" ON "Round"("stale");
CREATE INDEX "Round_state_deadline_idx" ON "Round"("state", "deadline");
CREATE INDEX "SharedFile_expiresAt_idx" ON "SharedFile"("expiresAt");
CREATE INDEX "Task_sameAsId_idx" ON "Task"("sameAsId");
CREATE UNIQUE INDEX "Task_versionId_position_key" ON "Task"("versionId", "position");
CREATE UNIQUE INDEX "Template_councilId_key_key" ON "Template"("councilId", "key");
CREATE UNIQUE INDEX "Unit_councilId_key_key" ON "Unit"("councilId", "key");
