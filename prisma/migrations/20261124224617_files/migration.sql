-- CreateTable
CREATE TABLE "published_file" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "sender_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "declared_type" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "media_type" TEXT,
    "category" TEXT,
    "sha256" TEXT,
    "refusal" TEXT,
    "is_held" BOOLEAN NOT NULL DEFAULT false,
    "ref" TEXT,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "check_due_at" TIMESTAMPTZ(3),
    "purged_at" TIMESTAMPTZ(3),

    CONSTRAINT "published_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_link" (
    "id" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "purpose" TEXT NOT NULL,
    "participant_id" TEXT,
    "user_id" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "file_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_key" (
    "scope" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "wrapped_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "data_key_pkey" PRIMARY KEY ("scope")
);

-- CreateIndex
CREATE INDEX "published_file_session_id_offered_at_idx" ON "published_file"("session_id", "offered_at");

-- CreateIndex
CREATE INDEX "published_file_expires_at_idx" ON "published_file"("expires_at");

-- CreateIndex
CREATE INDEX "published_file_check_due_at_idx" ON "published_file"("check_due_at");

-- CreateIndex
CREATE INDEX "published_file_ended_at_purged_at_idx" ON "published_file"("ended_at", "purged_at");

-- CreateIndex
CREATE UNIQUE INDEX "file_link_token_hash_key" ON "file_link"("token_hash");

-- CreateIndex
CREATE INDEX "file_link_expires_at_idx" ON "file_link"("expires_at");
