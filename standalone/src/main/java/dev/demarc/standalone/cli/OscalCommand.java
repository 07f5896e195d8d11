package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Api;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "oscal", mixinStandardHelpOptions = true, description = {
        "Write service models in force as OSCAL JSON.",
        "A component definition, or with --responsibilities what a provider's services provide and leave to the",
        "customer, as a system security plan that others leverage."})
final class OscalCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private ServerAddress client = new ServerAddress();
    @Mixin
    private SelectionOptions selection = new SelectionOptions();
    @Mixin
    private OutputFile output = new OutputFile();
    @Option(names = "--responsibilities", description = "The responsibility export, of one provider and by one framework (NIST SP 800-53 r5 where none is given).")
    private boolean responsibilities;

    OscalCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Api api = client.api(session)) {
            output.write(api, "/api/catalog/oscal/"
                    + (responsibilities ? "system-security-plan" : "component-definition") + selection.query().text(),
                    session);
        }
        return ExitCode.OK;
    }
}
