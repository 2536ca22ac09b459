-- CreateTable
CREATE TABLE "chat_reading" (
    "participant_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "up_to" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_reading_pkey" PRIMARY KEY ("participant_id")
);

-- CreateIndex
CREATE INDEX "chat_reading_session_id_idx" ON "chat_reading"("session_id");
