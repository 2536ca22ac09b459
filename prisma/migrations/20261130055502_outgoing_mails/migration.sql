-- DropIndex
DROP INDEX "concern_mailed_at_idx";

-- AlterTable
ALTER TABLE "concern" DROP COLUMN "mailed_at",
ADD COLUMN     "told_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "mail_id" TEXT;

-- AlterTable
ALTER TABLE "staff_link" DROP COLUMN "has_failed";

-- DropTable
DROP TABLE "caught_mail";

-- CreateTable
CREATE TABLE "outgoing_mail" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ref_id" TEXT,
    "session_id" TEXT,
    "asked_by_id" TEXT,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT,
    "html" TEXT,
    "state" TEXT NOT NULL,
    "failure" TEXT,
    "answer" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "try_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "outgoing_mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "outgoing_mail_state_try_at_idx" ON "outgoing_mail"("state", "try_at");

-- CreateIndex
CREATE INDEX "outgoing_mail_ref_id_idx" ON "outgoing_mail"("ref_id");

-- CreateIndex
CREATE INDEX "outgoing_mail_site_id_created_at_id_idx" ON "outgoing_mail"("site_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "concern_told_at_idx" ON "concern"("told_at");
