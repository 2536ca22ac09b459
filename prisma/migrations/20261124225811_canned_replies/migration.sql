-- CreateTable
CREATE TABLE "canned_reply" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL,
    "short" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "use_count" INTEGER NOT NULL DEFAULT 0,
    "changed_by_id" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "canned_reply_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "canned_reply_site_id_owner_id_locale_short_key" ON "canned_reply"("site_id", "owner_id", "locale", "short");
