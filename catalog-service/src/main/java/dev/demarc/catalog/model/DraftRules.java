package dev.demarc.catalog.model;

import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.ServiceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What keeps a draft from being published, given what is published now. */
public final class DraftRules {

    private final ModelRules modelRules;
    private final Frameworks frameworks;

    /** Beside the rules of any service model; what is mapped to these frameworks has to exist. */
    public DraftRules(ModelRules modelRules, Frameworks frameworks) {
        this.modelRules = modelRules;
        this.frameworks = frameworks;
    }

    /**
     * All of it, empty if nothing is.
     *
     * @param draft its version is 0 where it names none
     * @param versions those of the draft's service model
     * @param others the models in force, the draft's own among them or not
     */
    public List<Finding> findings(ServiceModel draft, Versions versions, Map<String, Control> controls,
            List<ServiceModel> others) {
        List<Finding> findings = new ArrayList<>();
        int next = versions.next();
        if (draft.version() != 0 && draft.version() != next) {
            boolean exists = versions.entries().stream().anyMatch(entry -> entry.version() == draft.version());
            findings.add(new Finding("/version", "version " + draft.version()
                    + (exists ? " is there already and never changes" : " is not the next one") + "; expected " + next
                    + ", or none, which means the same"));
        }
        findings.addAll(modelRules.findings(draft, controls));
        findings.addAll(frameworks.findings(draft));
        UniqueIds ids = new UniqueIds();
        others.stream().filter(other -> !other.key().equals(draft.key()))
                .forEach(other -> ids.add(other.key(), other));
        findings.addAll(ids.add(draft.key(), draft));
        return findings;
    }
}
