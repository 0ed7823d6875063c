-- AlterTable
ALTER TABLE "Notice" ALTER COLUMN "messageId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "refusesCommercialMail" BOOLEAN NOT NULL DEFAULT false;
