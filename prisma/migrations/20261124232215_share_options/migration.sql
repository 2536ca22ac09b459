-- CreateTable
CREATE TABLE "share_option" (
    "session_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "mode" TEXT NOT NULL,

    CONSTRAINT "share_option_pkey" PRIMARY KEY ("session_id")
);
