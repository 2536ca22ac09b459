-- CreateTable
CREATE TABLE "branding" (
    "site_id" TEXT NOT NULL,
    "accent" TEXT,
    "logo_id" TEXT,
    "texts" JSONB NOT NULL,
    "changed_by_id" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "branding_pkey" PRIMARY KEY ("site_id")
);
