-- CreateTable
CREATE TABLE "conversation_code" (
    "participant_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "address_hash" BYTEA NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversation_code_pkey" PRIMARY KEY ("participant_id")
);

-- CreateIndex
CREATE INDEX "conversation_code_expires_at_idx" ON "conversation_code"("expires_at");
