-- AlterTable
ALTER TABLE "user" ADD COLUMN     "organisation" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "picture_id" TEXT;

-- CreateTable
CREATE TABLE "concern" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "reporter_id" TEXT NOT NULL,
    "csr_id" TEXT,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "mailed_at" TIMESTAMPTZ(3),
    "handled_at" TIMESTAMPTZ(3),
    "handled_by_id" TEXT,

    CONSTRAINT "concern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_phrase" (
    "participant_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "phrase" TEXT NOT NULL,

    CONSTRAINT "check_phrase_pkey" PRIMARY KEY ("participant_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "concern_session_id_key" ON "concern"("session_id");

-- CreateIndex
CREATE INDEX "concern_site_id_reported_at_id_idx" ON "concern"("site_id", "reported_at" DESC, "id");

-- CreateIndex
CREATE INDEX "concern_mailed_at_idx" ON "concern"("mailed_at");
