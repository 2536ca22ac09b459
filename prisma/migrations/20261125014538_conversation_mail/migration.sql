-- CreateTable
CREATE TABLE "conversation_mail" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "mailed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversation_mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "conversation_mail_session_id_idx" ON "conversation_mail"("session_id");
