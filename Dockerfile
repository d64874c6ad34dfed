# Builds Drawbridge with its pages and the Neo4j server that it can start as a child, and runs it without root.
FROM node:22-bookworm-slim AS pages
WORKDIR /web
COPY web ./
RUN ./build

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY src src
COPY cypher cypher
COPY web web
COPY --from=pages /web/dist web/dist
RUN mvn -B -ntp -DskipTests package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /var/lib/drawbridge --create-home drawbridge \
  && mkdir -p /var/lib/drawbridge/data && chown -R drawbridge /var/lib/drawbridge && chmod 700 /var/lib/drawbridge/data
COPY --from=build /build/target/drawbridge.jar /opt/drawbridge/target/drawbridge.jar
COPY --from=build /build/target/lib /opt/drawbridge/target/lib
COPY --from=build /build/target/neo4j /opt/drawbridge/target/neo4j
COPY LICENSE NOTICE /opt/drawbridge/
USER drawbridge
WORKDIR /var/lib/drawbridge
VOLUME /var/lib/drawbridge/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Ddrawbridge.home=/opt/drawbridge", "-cp", "/opt/drawbridge/target/drawbridge.jar:/opt/drawbridge/target/lib/*", "io.drawbridge.app.Main"]
CMD ["serve", "--data", "/var/lib/drawbridge/data", "--host", "0.0.0.0"]
