package dev.demarc.gateway.door;

import static dev.demarc.platform.security.AccessRule.on;
import static dev.demarc.platform.security.AccessRule.open;
import static dev.demarc.platform.security.AccessRule.read;
import static dev.demarc.platform.security.AccessRule.readByAnyCaller;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import dev.demarc.gateway.dashboard.DashboardFiles;
import dev.demarc.platform.security.AccessRule;
import dev.demarc.platform.security.AccessRules;
import dev.demarc.platform.security.Role;
import java.util.ArrayList;
import java.util.List;

/** Who may use what through the door; the services ask again. */
public final class DoorRules {

    private DoorRules() {}

    /** In their order: the first that matches counts; what none names is not there. */
    public static AccessRules rules() {
        List<AccessRule> rules = new ArrayList<>(List.of(
                open("/api/health"),
                open("/api/session", GET, HEAD, POST, DELETE),
                readByAnyCaller("/api/whoami"),
                on("/api/keys/**", Role.ADMIN),
                on("/api/ingest/**", Role.INGESTER, POST),
                on("/api/hooks/**", Role.INGESTER, POST),
                on("/api/dead-letters/**", Role.EDITOR),
                read("/api/catalog/**", Role.VIEWER),
                on("/api/catalog/service-models/*/*/draft", Role.EDITOR),
                on("/api/catalog/**", Role.ADMIN)));
        for (String part : List.of("workloads", "teams", "accounts", "profiles", "resources", "gaps", "coverage",
                "assessments", "posture", "evidence", "waivers", "stream", "notifications")) {
            rules.add(read("/api/" + part + "/**", Role.VIEWER));
            rules.add(on("/api/" + part + "/**", Role.EDITOR));
        }
        DashboardFiles.PATHS.forEach(path -> rules.add(open(path)));
        return new AccessRules(rules);
    }
}
