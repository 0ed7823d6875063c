-- AlterTable
ALTER TABLE "User" ADD COLUMN     "mustChangePassword" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "SignInPlace" (
    "userId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInPlace_pkey" PRIMARY KEY ("userId","place")
);

-- CreateIndex
CREATE INDEX "SignInPlace_usedAt_idx" ON "SignInPlace"("usedAt");

-- AddForeignKey
ALTER TABLE "SignInPlace" ADD CONSTRAINT "SignInPlace_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
