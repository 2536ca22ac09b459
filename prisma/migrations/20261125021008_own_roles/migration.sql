-- CreateTable
CREATE TABLE "role" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "permissions" TEXT[],
    "changed_by_id" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_change" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "role_id" TEXT NOT NULL,
    "from" JSONB,
    "to" JSONB,
    "changed_by_id" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "role_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "role_site_id_idx" ON "role"("site_id");

-- CreateIndex
CREATE INDEX "role_change_site_id_changed_at_id_idx" ON "role_change"("site_id", "changed_at", "id");
