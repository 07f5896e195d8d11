package dev.demarc.standalone.demo;

import dev.demarc.standalone.Failure;
import dev.demarc.standalone.Json;
import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.ApiFailure;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What happens in the shop: who is who, what is there, and three changes. */
final class Story {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Api api;
    private final Receiver receiver;
    private final Parts parts;
    private final Clock clock;
    private final PrintStream out;

    Story(Api api, Receiver receiver, Parts parts, Clock clock, PrintStream out) {
        this.api = api;
        this.receiver = receiver;
        this.parts = parts;
        this.clock = clock;
        this.out = out;
    }

    void play() throws InterruptedException {
        out.println();
        out.println("1. Who is who: four teams, four workloads, and a webhook for two of the teams");
        people();
        out.println("2. What is there: a snapshot of the shop's account from AWS Config");
        inventory();
        out.println("3. An engineer opens SSH of the web servers to the world");
        change("ssh-opened", "gap.opened", "sg-no-open-ssh", "web");
        out.println("4. Somebody makes the payment bucket public");
        change("bucket-made-public", "gap.opened", "s3-no-public-read", "payments");
        out.println("5. It is closed again");
        change("bucket-closed-again", "gap.resolved", "s3-no-public-read", "payments");
    }

    private void people() {
        JsonNode context = Shop.context();
        context.path("teams").forEach(team -> api.putLatest("/api/teams/" + team.path("id").asString(), team));
        context.path("workloads")
                .forEach(workload -> api.putLatest("/api/workloads/" + workload.path("id").asString(), workload));
        for (String team : new String[]{"payments", "web"}) {
            ObjectNode endpoint = Json.mapper().createObjectNode().put("team", team).put("name", team + " on call")
                    .put("url", receiver.address(team).toString());
            JsonNode made = api.post("/api/notifications/endpoints", endpoint).body();
            receiver.secret(team, made.path("secret").asString());
        }
    }

    private void inventory() throws InterruptedException {
        JsonNode result = api.post("/api/ingest/aws", Shop.snapshot(now())).body();
        out.println("   " + result.path("accepted").asInt(0) + " resources taken in");
        parts.check("taking in the shop's snapshot: " + result,
                result.path("accepted").asInt(0) > 0 && result.path("rejected").isEmpty());
        nameAccount();
        for (String team : new String[]{"payments", "web"}) {
            told("the summary of what was there for team " + team,
                    delivery -> delivery.inbox().equals(team) && delivery.type().equals("baseline.summary"));
        }
    }

    private void nameAccount() throws InterruptedException {
        String path = "/api/accounts/" + Shop.ACCOUNT_ID;
        ObjectNode account = Json.mapper().createObjectNode().put("name", "Shop production")
                .put("ownerTeam", "platform");
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                Api.Answer answer = api.read(path);
                if (answer.body().path("phase").asString("").equals("live")) {
                    api.put(path, account, answer.etag());
                    return;
                }
            } catch (ApiFailure e) {
                if (e.status() != 404 && e.status() != 412) {
                    throw e;
                }
            }
            Thread.sleep(PAUSE);
        }
        throw new Failure("the account " + Shop.ACCOUNT_ID + " was not live within " + LIMIT.toSeconds() + " s");
    }

    private void change(String name, String type, String check, String team) throws InterruptedException {
        Instant began = now();
        JsonNode result = api.post("/api/ingest/aws", Shop.change(name, began)).body();
        parts.check("taking in the change " + name + ": " + result, result.path("accepted").asInt(0) == 1);
        told(type + " of " + check, delivery -> delivery.inbox().equals(team) && delivery.type().equals(type)
                && !delivery.at().isBefore(began)
                && delivery.check().equals(check));
    }

    private void told(String what, Predicate<Delivery> condition) throws InterruptedException {
        Instant began = clock.instant();
        boolean came = receiver.await(condition, LIMIT.toMillis()).isPresent();
        if (came) {
            out.println("   the team was told after "
                    + Duration.between(began, clock.instant()).toMillis() + " ms: " + what);
        }
        parts.check("a verified webhook with " + what, came);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
