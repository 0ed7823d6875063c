-- CreateTable
CREATE TABLE "FileFault" (
    "fileId" TEXT NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FileFault_pkey" PRIMARY KEY ("fileId")
);

-- CreateTable
CREATE TABLE "FileCheck" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "cursor" TEXT NOT NULL DEFAULT '',
    "checked" INTEGER NOT NULL DEFAULT 0,
    "checkedAll" INTEGER NOT NULL DEFAULT 0,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FileCheck_pkey" PRIMARY KEY ("id")
);
