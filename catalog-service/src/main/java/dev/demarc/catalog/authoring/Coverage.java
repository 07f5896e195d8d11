package dev.demarc.catalog.authoring;

import dev.demarc.contracts.catalog.Ownership;
import java.util.List;
import java.util.Map;

/** How much of what there is the service models cover; ids are those of AWS Security Hub. */
public record Coverage(
        List<Service> services,
        List<Group> securityHub,
        Total total) {

    /** Copies the lists. */
    public Coverage {
        services = List.copyOf(services);
        securityHub = List.copyOf(securityHub);
    }

    /**
     * One service model. {@code checks} counts each check once, {@code proven} those whose cases all pass and show each
     * outcome; {@code attestationOnly} cells have a customer's part that no check looks at. {@code securityHub} counts the
     * ids that it names, and the missing ones of the groups that are its own.
     */
    public record Service(
            String key,
            int version,
            int controls,
            Map<Ownership, Integer> cells,
            int attestationOnly,
            int checks,
            int proven,
            SecurityHub securityHub) {}

    /** One of Security Hub's groups, such as {@code EC2}, that a service model is about. */
    public record Group(
            String group,
            SecurityHub changeTriggered,
            SecurityHub periodic) {}

    /** Ids that exist, those with a check or a reason why not, and those with a proven check; {@code missing} have neither. */
    public record SecurityHub(
            int existing,
            int accounted,
            int checked,
            List<String> missing) {

        /** Copies the list. */
        public SecurityHub {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Everything together, each id once. {@code securityHub…} is about the ids that AWS judges when a resource changes
     * (triggers Change Triggered and Hybrid), {@code securityHubPeriodic…} about the others.
     */
    public record Total(
            int services,
            int controls,
            int cells,
            int attestationOnly,
            int checks,
            int proven,
            int securityHubExisting,
            int securityHubAccounted,
            int securityHubChecked,
            int securityHubPeriodicExisting,
            int securityHubPeriodicAccounted,
            int securityHubPeriodicChecked) {}
}
