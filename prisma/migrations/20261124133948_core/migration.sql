-- CreateTable
CREATE TABLE "auth_session" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "auth_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat_message" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "sender_id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "recipient_id" TEXT,
    "text" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "email" TEXT,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "spent_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "caught_mail" (
    "id" TEXT NOT NULL,
    "site_id" TEXT,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "caught_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media_room" (
    "session_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "media_room_pkey" PRIMARY KEY ("session_id")
);

-- CreateTable
CREATE TABLE "media_seat" (
    "participant_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "window_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "ticket_used_at" TIMESTAMPTZ(3),
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "is_camera_on" BOOLEAN NOT NULL DEFAULT false,
    "is_microphone_on" BOOLEAN NOT NULL DEFAULT false,
    "is_screen_allowed" BOOLEAN NOT NULL DEFAULT false,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "media_seat_pkey" PRIMARY KEY ("participant_id")
);

-- CreateTable
CREATE TABLE "note" (
    "session_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "changed_by_id" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "note_pkey" PRIMARY KEY ("session_id")
);

-- CreateTable
CREATE TABLE "participant" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "user_id" TEXT,
    "invitation_id" TEXT,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "token_hash" BYTEA,
    "device" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "seated_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),
    "lost_at" TIMESTAMPTZ(3),
    "disconnect_due_at" TIMESTAMPTZ(3),
    "away_due_at" TIMESTAMPTZ(3),
    "is_connected" BOOLEAN NOT NULL DEFAULT false,
    "is_away" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_stream" (
    "id" TEXT NOT NULL,
    "last_seq" INTEGER NOT NULL,

    CONSTRAINT "event_stream_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "stream" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "site_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "payload" JSONB NOT NULL,
    "dispatched_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_pkey" PRIMARY KEY ("stream","seq")
);

-- CreateTable
CREATE TABLE "throttle" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "window_end" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "session_report" (
    "session_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "csr_id" TEXT NOT NULL,
    "csr_user_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "customer_joined_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "participant_count" INTEGER NOT NULL DEFAULT 0,
    "message_count" INTEGER NOT NULL DEFAULT 0,
    "request_count" INTEGER NOT NULL DEFAULT 0,
    "refusal_count" INTEGER NOT NULL DEFAULT 0,
    "view_seconds" INTEGER NOT NULL DEFAULT 0,
    "disconnect_count" INTEGER NOT NULL DEFAULT 0,
    "has_note" BOOLEAN NOT NULL DEFAULT false,
    "live_shares" JSONB NOT NULL,
    "last_seq" INTEGER NOT NULL,

    CONSTRAINT "session_report_pkey" PRIMARY KEY ("session_id")
);

-- CreateTable
CREATE TABLE "support_session" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "started_by_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "active_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "support_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_number" (
    "number" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "free_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_number_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "setting" (
    "site_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "changed_by_id" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("site_id","key")
);

-- CreateTable
CREATE TABLE "grant" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "grantor_id" TEXT NOT NULL,
    "grantee_id" TEXT NOT NULL,
    "duration" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "max_uses" INTEGER,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "asked_by_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "publisher_id" TEXT NOT NULL,
    "grant_id" TEXT,
    "surface" TEXT,
    "is_question_spared" BOOLEAN NOT NULL DEFAULT false,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "live_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site" (
    "id" TEXT NOT NULL,
    "host_name" TEXT,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "setup_completed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL,
    "first_sign_in_at" TIMESTAMPTZ(3),
    "guided_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "auth_session_token_hash_key" ON "auth_session"("token_hash");

-- CreateIndex
CREATE INDEX "auth_session_user_id_idx" ON "auth_session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_site_id_idx" ON "api_token"("site_id");

-- CreateIndex
CREATE INDEX "chat_message_session_id_seq_idx" ON "chat_message"("session_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "chat_message_sender_id_client_id_key" ON "chat_message"("sender_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_session_id_idx" ON "invitation"("session_id");

-- CreateIndex
CREATE INDEX "caught_mail_received_at_idx" ON "caught_mail"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "media_room_room_key" ON "media_room"("room");

-- CreateIndex
CREATE INDEX "media_seat_session_id_idx" ON "media_seat"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "participant_token_hash_key" ON "participant"("token_hash");

-- CreateIndex
CREATE INDEX "participant_session_id_idx" ON "participant"("session_id");

-- CreateIndex
CREATE INDEX "participant_user_id_idx" ON "participant"("user_id");

-- CreateIndex
CREATE INDEX "participant_disconnect_due_at_idx" ON "participant"("disconnect_due_at");

-- CreateIndex
CREATE INDEX "participant_away_due_at_idx" ON "participant"("away_due_at");

-- CreateIndex
CREATE INDEX "session_report_site_id_started_at_session_id_idx" ON "session_report"("site_id", "started_at" DESC, "session_id");

-- CreateIndex
CREATE INDEX "session_report_site_id_csr_user_id_started_at_idx" ON "session_report"("site_id", "csr_user_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "support_session_site_id_started_at_id_idx" ON "support_session"("site_id", "started_at" DESC, "id");

-- CreateIndex
CREATE INDEX "support_session_started_by_id_started_at_idx" ON "support_session"("started_by_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "support_session_number_idx" ON "support_session"("number");

-- CreateIndex
CREATE UNIQUE INDEX "session_number_session_id_key" ON "session_number"("session_id");

-- CreateIndex
CREATE INDEX "grant_session_id_idx" ON "grant"("session_id");

-- CreateIndex
CREATE INDEX "grant_ends_at_idx" ON "grant"("ends_at");

-- CreateIndex
CREATE INDEX "share_session_id_idx" ON "share"("session_id");

-- CreateIndex
CREATE INDEX "share_due_at_idx" ON "share"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "site_host_name_key" ON "site"("host_name");

-- CreateIndex
CREATE UNIQUE INDEX "user_site_id_email_key" ON "user"("site_id", "email");

-- By hand: rules that the schema language can't say.
-- The relay looks for what is not told yet, in a log that is almost all told.
CREATE INDEX "event_undispatched_idx" ON "event" ("at", "stream", "seq") WHERE "dispatched_at" IS NULL;

-- One person leads a session, one customer is helped.
CREATE UNIQUE INDEX "participant_one_primary_key" ON "participant" ("session_id", "role") WHERE "state" = 'SEATED' AND "role" IN ('PRIMARY_CSR', 'PRIMARY_CUSTOMER');

-- A sweep looks for deadlines of the few seats and shares that have one.
CREATE INDEX "invitation_sending_idx" ON "invitation" ("created_at") WHERE "state" = 'SENDING';
