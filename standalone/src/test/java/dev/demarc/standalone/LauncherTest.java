package dev.demarc.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code demarc} script, called by a shell, with made-up JDKs that print how they were called. */
class LauncherTest {

    private static final Path SCRIPT = Path.of("..", "demarc").toAbsolutePath().normalize();

    private static final String[] TOOLS = {"dirname", "find", "head", "readlink", "sed"};

    @TempDir
    private Path work = Path.of("");
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void nothing_but_a_few_tools_installed() throws IOException {
        Path tools = Files.createDirectories(work.resolve("tools"));
        for (String tool : TOOLS) {
            for (String place : new String[]{"/bin", "/usr/bin"}) {
                Path there = Path.of(place, tool);
                if (Files.exists(there) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), there);
                }
            }
        }
        environment.put("PATH", tools.toString());
        environment.put("HOME", work.resolve("home").toString());
        environment.put("DEMARC_JDK_DIRS", work.resolve("jvm").toString());
        environment.put("DEMARC_BUILD", "never");
    }

    @Test
    void the_jdk_that_is_named_is_taken() throws Exception {
        jdk("jvm/other", "25.0.1");
        environment.put("DEMARC_JAVA_HOME", jdk("named", "25.0.1").toString());

        assertThat(run("gaps").text()).startsWith("java of named ");
    }

    @Test
    void a_named_jdk_that_is_too_old_is_refused() throws Exception {
        environment.put("DEMARC_JAVA_HOME", jdk("old", "17.0.15").toString());

        Said said = run("gaps");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("DEMARC_JAVA_HOME is " + work.resolve("old")).contains("no JDK 25");
    }

    @Test
    void old_ones_are_passed_over_until_one_fits() throws Exception {
        environment.put("JAVA_HOME", jdk("old", "17.0.15").toString());
        environment.put("PATH", jdk("onpath", "21.0.2").resolve("bin") + ":" + work.resolve("tools"));
        jdk("jvm/a-21", "21");
        jdk("jvm/b-26", "26-ea");

        assertThat(run("gaps").text()).startsWith("java of b-26 ");
    }

    @Test
    void the_toolchains_of_maven_are_looked_at() throws Exception {
        Path jdk = jdk("from toolchains", "25");
        Files.createDirectories(work.resolve("home/.m2"));
        Files.writeString(work.resolve("home/.m2/toolchains.xml"),
                "<toolchains><toolchain><configuration>\n  <jdkHome>" + jdk
                        + "</jdkHome>\n</configuration></toolchain></toolchains>");

        assertThat(run("gaps").text()).startsWith("java of from toolchains ");
    }

    @Test
    void without_a_jdk_it_says_what_to_install() throws Exception {
        jdk("jvm/a-21", "21.0.2");

        Said said = run("gaps");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("JDK 25").contains("adoptium.net").contains("DEMARC_JAVA_HOME");
    }

    @Test
    void a_server_and_a_command_get_their_own_settings_and_all_arguments() throws Exception {
        jdk("jvm/b", "25");

        assertThat(run("up", "--port", "9000").text()).contains("server.options").contains("up --port 9000");
        assertThat(run("up", "--detach").text()).contains("client.options");
        assertThat(run("ingest", "two words.json").text()).contains("client.options")
                .endsWith("ingest two words.json\n").contains("-Ddemarc.home=" + SCRIPT.getParent());
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = work.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = home.resolve("bin/java");
        Files.writeString(java, "#!/bin/sh\necho \"java of " + home.getFileName() + " $*\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    private record Said(int code, String text) {}

    private Said run(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 2];
        command[0] = "/bin/sh";
        command[1] = SCRIPT.toString();
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        Path said = Files.createTempFile(work, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), Files.readString(said));
    }
}
