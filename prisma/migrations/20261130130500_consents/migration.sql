-- CreateTable
CREATE TABLE "consent_request" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "target" TEXT,
    "state" TEXT NOT NULL,
    "asked_by_id" TEXT NOT NULL,
    "grantor_ids" TEXT[],
    "allowed_by_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "grant_id" TEXT,
    "is_spared" BOOLEAN NOT NULL DEFAULT false,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "consent_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "consent_request_session_id_idx" ON "consent_request"("session_id");

-- CreateIndex
CREATE INDEX "consent_request_asked_by_id_asked_at_idx" ON "consent_request"("asked_by_id", "asked_at");

-- CreateIndex
CREATE INDEX "consent_request_due_at_idx" ON "consent_request"("due_at");

-- A share began with its question, under the same id.
INSERT INTO "consent_request" ("id", "site_id", "session_id", "kind", "target", "state", "asked_by_id", "grantor_ids",
    "allowed_by_ids", "grant_id", "is_spared", "asked_at", "due_at", "ended_at", "end_reason")
SELECT "id", "site_id", "session_id", "action", "target",
    CASE WHEN "state" IN ('ASKED', 'REFUSED', 'EXPIRED', 'WITHDRAWN') THEN "state" ELSE 'GRANTED' END,
    "asked_by_id", ARRAY["customer_id"],
    CASE WHEN "answered_at" IS NOT NULL AND "grant_id" IS NOT NULL THEN ARRAY["customer_id"] ELSE ARRAY[]::TEXT[] END,
    "grant_id", "is_question_spared", "asked_at",
    CASE WHEN "state" = 'ASKED' THEN "due_at" END,
    CASE WHEN "state" IN ('REFUSED', 'EXPIRED', 'WITHDRAWN') THEN "ended_at" ELSE "answered_at" END,
    CASE WHEN "state" NOT IN ('REFUSED', 'EXPIRED', 'WITHDRAWN') THEN NULL
         WHEN "end_reason" = 'PUBLISHER_LEFT' THEN 'SEAT_CLOSED' ELSE "end_reason" END
FROM "share";

-- A consent may be about what is no screen, and several people may have to give it.
ALTER TABLE "grant" RENAME COLUMN "action" TO "kind";
ALTER TABLE "grant" ALTER COLUMN "target" DROP NOT NULL;
ALTER TABLE "grant" ADD COLUMN "grantor_ids" TEXT[];
UPDATE "grant" SET "grantor_ids" = ARRAY["grantor_id"];
ALTER TABLE "grant" DROP COLUMN "grantor_id";

-- The log tells of questions and consents by the feature that they belong to now.
UPDATE "event" SET "type" = 'consents.asked', "payload" = jsonb_build_object('requestId', "share"."id",
    'kind', "share"."action", 'target', "share"."target", 'grantorIds', jsonb_build_array("share"."customer_id"))
FROM "share" WHERE "event"."type" = 'sharing.asked' AND "share"."id" = "event"."payload"->>'shareId';
UPDATE "event" SET "type" = 'consents.extended', "payload" = jsonb_build_object('requestId', "share"."id",
    'kind', "share"."action", 'dueAt', "event"."at" + interval '120 seconds')
FROM "share" WHERE "event"."type" = 'sharing.questionExtended' AND "share"."id" = "event"."payload"->>'shareId';
UPDATE "event" SET "type" = 'consents.granted', "payload" = jsonb_build_object('requestId', "share"."id",
    'kind', "share"."action", 'grantId', "event"."payload"->'grantId', 'isSpared', "event"."payload"->'isSpared')
FROM "share" WHERE "event"."type" = 'sharing.granted' AND "share"."id" = "event"."payload"->>'shareId';
UPDATE "event" SET "type" = replace("event"."type", 'sharing.', 'consents.'), "payload" = jsonb_build_object(
    'requestId', "share"."id", 'kind', "share"."action", 'reason',
    CASE WHEN "share"."end_reason" = 'PUBLISHER_LEFT' THEN 'SEAT_CLOSED' ELSE "share"."end_reason" END)
FROM "share" WHERE "event"."type" IN ('sharing.refused', 'sharing.expired', 'sharing.withdrawn')
    AND "share"."id" = "event"."payload"->>'shareId';
UPDATE "event" SET "type" = 'consents.grantEnded', "payload" = "event"."payload" || jsonb_build_object('kind', "grant"."kind")
FROM "grant" WHERE "event"."type" = 'sharing.grantEnded' AND "grant"."id" = "event"."payload"->>'grantId';
