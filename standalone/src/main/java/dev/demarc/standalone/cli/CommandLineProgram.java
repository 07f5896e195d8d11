package dev.demarc.standalone.cli;

import dev.demarc.standalone.Failure;
import dev.demarc.standalone.Version;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine;

/** All commands, put together. */
public final class CommandLineProgram {

    private CommandLineProgram() {}

    /** For this process. */
    public static CommandLine standard() {
        return with(Session.ofProcess());
    }

    static CommandLine with(Session session) {
        CommandLine program = new CommandLine(new Root())
                .addSubcommand(new UpCommand(session))
                .addSubcommand(new DownCommand(session))
                .addSubcommand(new StatusCommand(session))
                .addSubcommand(new DemoCommand(session))
                .addSubcommand(new IngestCommand(session))
                .addSubcommand(new GapsCommand(session))
                .addSubcommand(new GapCommand(session))
                .addSubcommand(new ResourcesCommand(session))
                .addSubcommand(new ResponsibilitiesCommand(session))
                .addSubcommand(new MatrixCommand(session))
                .addSubcommand(new CommandLine(new CatalogCommand(session))
                        .addSubcommand(new ModelDraftCommand(session))
                        .addSubcommand(new ModelDiffCommand(session))
                        .addSubcommand(new ModelPublishCommand(session))
                        .addSubcommand(new ModelRetireCommand(session))
                        .addSubcommand(new ModelVersionsCommand(session))
                        .addSubcommand(new CompareCommand(session))
                        .addSubcommand(new OscalCommand(session)))
                .addSubcommand(new TeamCommand(session))
                .addSubcommand(new WorkloadCommand(session))
                .addSubcommand(new EndpointCommand(session))
                .addSubcommand(new KeysCommand(session))
                .addSubcommand(new DeadLettersCommand(session))
                .addSubcommand(new TrainCommand(session))
                .addSubcommand(new CommandLine(new GenerateCompletion()).setCommandName("completion"));
        program.setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8));
        program.setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8));
        program.setUsageHelpAutoWidth(session.terminal());
        program.setCaseInsensitiveEnumValuesAllowed(true);
        program.setAbbreviatedOptionsAllowed(false);
        program.setExecutionExceptionHandler((thrown, command, _) -> failed(session, thrown, command));
        return program;
    }

    private static int failed(Session session, Exception thrown, CommandLine command) throws Exception {
        switch (thrown) {
            case Failure failure -> session.err().println("demarc: " + failure.getMessage());
            case UncheckedIOException io -> session.err().println("demarc: " + io.getMessage());
            case InterruptedException _ -> session.err().println("demarc: interrupted");
            default -> {
                session.err().println("demarc: '" + command.getCommandName() + "' met something unexpected: " + thrown);
                if (session.variable("DEMARC_DEBUG") == null) {
                    session.err().println("demarc: with DEMARC_DEBUG=1 it says where");
                } else {
                    throw thrown;
                }
            }
        }
        return ExitCode.FAILED;
    }

    /** The command without a command. */
    @Command(name = "demarc", mixinStandardHelpOptions = true, versionProvider = Versions.class, synopsisSubcommandLabel = "COMMAND", description = {
            "Who does what in the cloud, whether it is done, and who was told.",
            ""}, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                    "0:it worked",
                    "1:it was tried and failed; why stands on the error output",
                    "2:the command line is wrong",
                    "3:status: nothing runs on the data directory"}, footerHeading = "%nEnvironment:%n", footer = {
                            "  DEMARC_DATA_DIR      where the data is; demarc-data beside the program otherwise",
                            "  DEMARC_PORT          the port of up and demo; 8080 otherwise",
                            "  DEMARC_URL           which Demarc to talk to; the one on the data directory otherwise",
                            "  DEMARC_API_KEY       the key for it; admin.key in the data directory otherwise",
                            "  DEMARC_JAVA_HOME     the JDK 25 to use",
                            "  DEMARC_JAVA_OPTS     more options for the server's JVM"})
    static final class Root {

        // reached by its annotation alone
    }

    /** For {@code --version}. */
    static final class Versions implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[]{"demarc " + Version.text(), "java " + Runtime.version()};
        }
    }
}
