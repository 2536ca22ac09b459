-- AlterTable
ALTER TABLE "branding" ADD COLUMN     "font" TEXT NOT NULL DEFAULT 'SYSTEM',
ADD COLUMN     "font_id" TEXT,
ADD COLUMN     "font_weights" TEXT;
