-- CreateTable
CREATE TABLE "site_change" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "from" JSONB,
    "to" JSONB,
    "changed_by_id" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "site_change_pkey" PRIMARY KEY ("id")
);

-- The histories of settings, roles, the branding and mails become one.
INSERT INTO "site_change" ("id", "site_id", "kind", "subject", "from", "to", "changed_by_id", "changed_at")
SELECT "id", "site_id", 'setting', "key", jsonb_build_object('value', "from", 'isLocked', "was_locked"),
    jsonb_build_object('value', "to", 'isLocked', "is_locked"), "changed_by_id", "changed_at"
FROM "setting_change"
UNION ALL
SELECT "id", "site_id", 'role', "role_id", "from", "to", "changed_by_id", "changed_at"
FROM "role_change"
UNION ALL
SELECT "id", "site_id", CASE "subject" WHEN 'branding' THEN 'branding' ELSE 'template' END,
    CASE "subject" WHEN 'branding' THEN '' ELSE regexp_replace("subject", '^template\.', '') END,
    "from", "to", "changed_by_id", "changed_at"
FROM "content_change";

-- DropTable
DROP TABLE "content_change";

-- DropTable
DROP TABLE "role_change";

-- DropTable
DROP TABLE "setting_change";

-- CreateIndex
CREATE INDEX "site_change_site_id_kind_changed_at_id_idx" ON "site_change"("site_id", "kind", "changed_at", "id");

-- CreateIndex
CREATE INDEX "site_change_site_id_kind_subject_changed_at_id_idx" ON "site_change"("site_id", "kind", "subject", "changed_at", "id");
