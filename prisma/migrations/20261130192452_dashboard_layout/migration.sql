-- AlterTable
ALTER TABLE "user" ADD COLUMN     "dashboard_layout" JSONB NOT NULL DEFAULT '{}';
