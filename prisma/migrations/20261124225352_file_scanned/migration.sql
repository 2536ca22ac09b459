-- AlterTable
ALTER TABLE "published_file" ADD COLUMN     "is_scanned" BOOLEAN NOT NULL DEFAULT false;
