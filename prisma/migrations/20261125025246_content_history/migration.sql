-- CreateTable
CREATE TABLE "content_change" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "from" JSONB NOT NULL,
    "to" JSONB NOT NULL,
    "changed_by_id" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "content_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "content_change_site_id_subject_changed_at_id_idx" ON "content_change"("site_id", "subject", "changed_at", "id");
