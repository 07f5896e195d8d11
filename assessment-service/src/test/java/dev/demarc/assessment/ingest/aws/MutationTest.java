package dev.demarc.assessment.ingest.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.demarc.assessment.ingest.IngestResult;
import dev.demarc.assessment.ingest.JsonTree;
import dev.demarc.assessment.ingest.UnreadableBody;
import dev.demarc.contracts.ContractJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Seeded random damage to good bodies: whatever comes in, a verdict or {@link UnreadableBody} comes out, and it can be published. */
class MutationTest {

    private static final int ROUNDS = 6_000;
    private static final List<String> SCRAPS = List.of("{", "}", "[", "]", "\"", ",", ":", "\\", "\\u0000", "\\ud800",
            "null", "1e999",
            "-", "\uFEFF", "%7B", "arn:aws:", "\n", "99999999999999999999", "true", "\"a\":", "{}", "[]", "::");
    private static final List<Object> WRONG = List.of("null", true, 0L, -1L, Long.MAX_VALUE, 1.5, "",
            " ", "x", "{", "[]", "{}", "\"{}\"", "arn:aws:s3:::x", "AWS::X::Y", "\uD800x", "\u0000", List.of(),
            Map.of(),
            List.of("x"), Map.of("a", 1L), "%7B%22a", "2026-02-30T00:00:00.000Z", "1e400", "password=x");

    private final List<String> bodies = bodies();

    private static List<String> bodies() {
        List<String> bodies = new ArrayList<>(Given.RESOURCES.stream().map(Given::text).toList());
        bodies.add(Given.text("bucket-api"));
        bodies.add(Given.text("secrets"));
        Map<String, Object> notification = Map.of("messageType", "ConfigurationItemChangeNotification",
                "configurationItem",
                Given.item("bucket"));
        bodies.add(Given.json(Map.of("Type", "Notification", "Message", Given.json(notification))));
        bodies.add(Given.json(
                Map.of("source", "aws.config", "detail-type", "t", "account", "111122223333", "detail", notification)));
        bodies.add(Given.queryAnswer(Given.item("user")));
        bodies.add(Given.json(Map.of("configSnapshotId", "s", "configurationItems",
                List.of(Given.item("volume"), Given.item("user")))));
        bodies.add(Given.json(Given.item("volume")) + "\n" + Given.json(Given.item("user")) + "\n");
        return bodies;
    }

    @Test
    void damagedBytesNeverGiveAnotherException() {
        Random random = new Random(42);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = bodies.get(random.nextInt(bodies.size())).getBytes(UTF_8);
            for (int i = random.nextInt(4); i >= 0; i--) {
                body = damaged(body, random);
            }
            check(body, "bytes, round " + round);
        }
    }

    @Test
    void wrongValuesAnywhereNeverGiveAnException() {
        Random random = new Random(43);
        for (int round = 0; round < ROUNDS; round++) {
            String body = bodies.get(random.nextInt(Given.RESOURCES.size() + 1));
            Map<String, @Nullable Object> tree = Given.object(body);
            for (int i = random.nextInt(3); i >= 0; i--) {
                replaceSomewhere(tree, random);
            }
            check(Given.json(tree).replace("\uD800", "\\ud800").getBytes(UTF_8), "tree, round " + round);
        }
    }

    private static void check(byte[] body, String what) {
        IngestResult result;
        try {
            result = new AwsConfigAdapter().read(body, Given.CONTEXT);
        } catch (UnreadableBody e) {
            return;
        } catch (RuntimeException | StackOverflowError e) {
            fail(what + ": " + new String(body, UTF_8), e);
            return;
        }
        assertThat(result.entries()).as(what).isPositive();
        for (Object event : result.events()) {
            byte[] published = ContractJson.mapper().writeValueAsBytes(event);
            assertThat(ContractJson.mapper().readValue(published, event.getClass())).as(what).isEqualTo(event);
        }
    }

    private static byte[] damaged(byte[] body, Random random) {
        int at = random.nextInt(body.length + 1);
        int to = Math.min(body.length, at + random.nextInt(30));
        byte[] scrap = switch (random.nextInt(4)) {
            case 0 -> new byte[]{(byte) random.nextInt(256)};
            case 1 -> SCRAPS.get(random.nextInt(SCRAPS.size())).getBytes(UTF_8);
            case 2 -> new byte[0];
            default -> Arrays.copyOfRange(body, at, to);
        };
        if (random.nextBoolean()) {
            to = at;
        }
        byte[] changed = new byte[body.length - (to - at) + scrap.length];
        System.arraycopy(body, 0, changed, 0, at);
        System.arraycopy(scrap, 0, changed, at, scrap.length);
        System.arraycopy(body, to, changed, at + scrap.length, body.length - to);
        return changed;
    }

    private static void replaceSomewhere(Map<String, @Nullable Object> object, Random random) {
        List<String> names = new ArrayList<>(object.keySet());
        if (names.isEmpty()) {
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        Map<String, @Nullable Object> below = JsonTree.object(object.get(name));
        if (below instanceof LinkedHashMap && random.nextInt(3) > 0 && !below.isEmpty()) {
            replaceSomewhere(below, random);
        } else {
            int which = random.nextInt(WRONG.size() + 1);
            object.put(name, which == WRONG.size() ? null : WRONG.get(which));
        }
    }
}
