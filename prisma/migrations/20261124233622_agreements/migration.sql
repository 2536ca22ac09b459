-- CreateTable
CREATE TABLE "agreement" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "texts" JSONB NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_acceptance" (
    "participant_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "agreement_id" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_acceptance_pkey" PRIMARY KEY ("participant_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agreement_site_id_version_key" ON "agreement"("site_id", "version");

-- CreateIndex
CREATE INDEX "agreement_acceptance_agreement_id_idx" ON "agreement_acceptance"("agreement_id");
