-- AlterTable
ALTER TABLE "session_report" ADD COLUMN     "session_type" TEXT,
ADD COLUMN     "tracking_code" TEXT;

-- AlterTable
ALTER TABLE "support_session" ADD COLUMN     "session_type" TEXT,
ADD COLUMN     "tracking_code" TEXT;

-- CreateIndex
CREATE INDEX "session_report_site_id_tracking_code_idx" ON "session_report"("site_id", "tracking_code");

-- CreateIndex
CREATE INDEX "support_session_site_id_tracking_code_idx" ON "support_session"("site_id", "tracking_code");
