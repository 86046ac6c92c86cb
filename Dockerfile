# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0-alpine AS build
# The linker and the headers that a native program takes.
RUN apk add --no-cache clang build-base zlib-dev
WORKDIR /source
COPY . .
RUN dotnet publish src/Registry -c Release -r linux-musl-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/') -o /out \
    && mkdir /data

# Alpine rather than chiseled: its wget lets the container check its own health.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-alpine
COPY --from=build /out /app
COPY --from=build --chown=$APP_UID:$APP_UID /data /var/lib/registry
ENV SCHEMA_REGISTRY_LISTENERS=http://0.0.0.0:8081 \
    SCHEMA_REGISTRY_DATA_DIR=/var/lib/registry
USER $APP_UID
VOLUME /var/lib/registry
EXPOSE 8081
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8081/health/ready"]
ENTRYPOINT ["/app/Registry"]
