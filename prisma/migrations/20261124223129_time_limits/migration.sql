-- AlterTable
ALTER TABLE "support_session" ADD COLUMN     "awake_at" TIMESTAMPTZ(3),
ADD COLUMN     "check_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "end_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "end_due_reason" TEXT,
ADD COLUMN     "warned_seq" INTEGER;

-- CreateIndex
CREATE INDEX "support_session_check_due_at_idx" ON "support_session"("check_due_at");

-- Sessions that live now are looked at as well.
UPDATE "support_session" SET "awake_at" = "started_at", "check_due_at" = "started_at" WHERE "state" <> 'ENDED';
