-- AlterTable
ALTER TABLE "Contact" ADD COLUMN     "consent" JSONB;
