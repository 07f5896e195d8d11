package dev.demarc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.catalog.files.TestCatalog;
import dev.demarc.contracts.event.CatalogPublicationCompleted;
import dev.demarc.contracts.event.ServiceModelPublished;
import dev.demarc.platform.security.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** New editions of bundled files beside what people have published. */
class EditionsIT {

    private static final String KEY = "aws/vault";
    private static final String OWN = TestCatalog.MODEL.replace("version: 1\n", "").replace("Keeps things.", "Ours.");

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void emptyTopic() {
        TestService.replaceTopic(List.of());
    }

    @Test
    void anEditionIsOfferedToThoseWhoWroteTheirOwnUntilTheyTakeOneOver() {
        TestCatalog files = new TestCatalog(directory);
        run("own", files, admin -> publish(admin, KEY, OWN));

        files.write("aws/vault.yaml", edition(2));
        run("own", files, admin -> {
            assertThat(states(admin)).containsExactly("3 bundled offered", "2 custom in force", "1 bundled -");
            assertThat(published()).doesNotContain("aws/vault@3");
            assertThat(admin.model(KEY, "/diff?from=2&to=3").json().at("/service/0/to").asString())
                    .isEqualTo("Edition 2.");
        });
        run("own", files, admin -> {
            assertThat(states(admin)).describedAs("a restart adds nothing").hasSize(3);
            publish(admin, KEY, edition(2).replace("version: 2\n", ""));
            assertThat(states(admin)).first().isEqualTo("4 bundled in force");
        });

        files.write("aws/vault.yaml", edition(3));
        run("own", files, admin -> {
            assertThat(states(admin)).first().isEqualTo("5 bundled in force");
            assertThat(markers().getLast().inForce()).isEqualTo(Map.of(KEY, 5));
        });
    }

    @Test
    void whatWasRetiredStaysRetiredWhenAnEditionComes() {
        TestCatalog files = new TestCatalog(directory);
        run("gone", files, admin -> assertThat(admin.retire(KEY).status()).isEqualTo(200));

        files.write("aws/vault.yaml", edition(2));
        run("gone", files, admin -> {
            assertThat(admin.model(KEY, "").status()).isEqualTo(404);
            assertThat(states(admin)).containsExactly("2 bundled offered", "1 bundled -");
            assertThat(markers().getLast().inForce()).isEmpty();
        });
    }

    @Test
    void anEditionThatClaimsATypeOfTheCompanysIsOfferedOnly() {
        TestCatalog files = new TestCatalog(directory);
        String safe = OWN.replace(KEY, "aws/safe").replace("AWS::Vault::Vault", "AWS::Vault::Safe")
                .replace("vault-encrypted", "safe-encrypted");
        run("types", files, admin -> publish(admin, "aws/safe", safe));

        files.write("aws/vault.yaml",
                edition(2).replace("[AWS::Vault::Vault]", "[AWS::Vault::Vault, AWS::Vault::Safe]"));
        run("types", files, admin -> assertThat(states(admin)).containsExactly("2 bundled offered",
                "1 bundled in force"));
    }

    private static String edition(int number) {
        return TestCatalog.MODEL.replace("version: 1", "version: " + number)
                .replace("Keeps things.", "Edition " + number + ".");
    }

    private static void run(String database, TestCatalog files, Consumer<Client> use) {
        try (ConfigurableApplicationContext context = TestService.start(database, files.location())) {
            TestService.awaitPublished(context);
            use.accept(new Client(context, Role.ADMIN));
        }
    }

    private static void publish(Client admin, String key, String yaml) {
        Client.Answer saved = admin.draft(key, yaml, null);
        assertThat(saved.status()).describedAs(saved.response().body()).isEqualTo(201);
        assertThat(admin.publish(key, saved.etag()).status()).isEqualTo(201);
    }

    private static List<String> states(Client admin) {
        return admin.model(KEY, "/versions").json().path("items").valueStream().map(EditionsIT::state).toList();
    }

    private static String state(JsonNode item) {
        return item.path("version").asInt() + " " + item.path("provenance").asString() + " "
                + (item.path("inForce").asBoolean() ? "in force" : item.path("offered").asBoolean() ? "offered" : "-");
    }

    private static List<String> published() {
        return TestService.records().stream().map(TestService::event).filter(ServiceModelPublished.class::isInstance)
                .map(event -> ((ServiceModelPublished) event).key()).toList();
    }

    private static List<CatalogPublicationCompleted> markers() {
        return TestService.records().stream().map(TestService::event)
                .filter(CatalogPublicationCompleted.class::isInstance).map(CatalogPublicationCompleted.class::cast)
                .toList();
    }
}
