package dev.demarc.assessment.model;

import static dev.demarc.assessment.model.Given.BUCKET;
import static dev.demarc.assessment.model.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.context.Account;
import dev.demarc.contracts.context.AccountPhase;
import dev.demarc.contracts.context.Selector;
import dev.demarc.contracts.context.Team;
import dev.demarc.contracts.context.Workload;
import dev.demarc.contracts.event.ContextChanged;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    private ContextSnapshot context = ContextSnapshot.empty();

    private void team(String id, @Nullable String mergedInto) {
        edit("team", id, new Team(id, id, List.of(), mergedInto), null, null);
    }

    private void workload(String id, String owner, Map<String, String> tags, List<String> accounts,
            List<String> resources) {
        edit("workload", id, null, new Workload(id, id, owner, "production", null, null, List.of(),
                new Selector(tags, accounts, resources)), null);
    }

    private void edit(String kind, String id, @Nullable Team team, @Nullable Workload workload,
            @Nullable Account account) {
        context = context.with(new ContextChanged(context.revision() + 1, kind, id, team, workload, account, NOON));
    }

    private Assignment assign(Map<String, String> tags) {
        return context.assign(BUCKET, tags);
    }

    @Test
    void all_tags_of_a_selector_must_match() {
        workload("shop", "payments", Map.of("app", "shop", "stage", "prod"), List.of(), List.of());

        assertThat(assign(Map.of("app", "shop", "stage", "prod", "x", "y")).workload()).isEqualTo("shop");
        assertThat(assign(Map.of("app", "shop")).workload()).isNull();
    }

    @Test
    void tags_count_only_in_the_named_accounts() {
        workload("shop", "payments", Map.of("app", "shop"), List.of("999999999999"), List.of());

        assertThat(assign(Map.of("app", "shop")).workload()).isNull();
    }

    @Test
    void an_account_alone_selects_all_in_it() {
        workload("all", "platform", Map.of(), List.of("111122223333"), List.of());

        assertThat(assign(Map.of()).ownerTeam()).isEqualTo("platform");
    }

    @Test
    void a_named_resource_goes_before_tags_and_tags_before_accounts_and_all_claims_are_kept() {
        workload("all", "platform", Map.of(), List.of("111122223333"), List.of());
        workload("tagged", "payments", Map.of("app", "shop"), List.of(), List.of());
        workload("named", "vault", Map.of(), List.of(), List.of(BUCKET.nativeId()));

        assertThat(assign(Map.of("app", "shop")).claims()).containsExactly("named", "tagged", "all");
    }

    @Test
    void of_several_workloads_that_name_a_resource_the_smaller_id_goes_first_by_whichever_id_they_name_it() {
        for (String id : List.of("d", "b", "e", "a", "c")) {
            workload(id, "payments", Map.of(), List.of(),
                    List.of(id.equals("a") ? BUCKET.id() : BUCKET.nativeId()));
        }

        assertThat(assign(Map.of()).claims()).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void without_a_workload_the_account_s_owner_answers() {
        String id = SubjectIds.account("aws", "111122223333");
        edit("account", id, null, null,
                new Account(id, "aws", "aws", "111122223333", null, "platform", AccountPhase.LIVE, NOON, NOON));

        assertThat(assign(Map.of()).ownerTeam()).isEqualTo("platform");
    }

    @Test
    void a_merged_team_s_successor_acts_and_a_circle_of_merges_ends() {
        workload("shop", "old", Map.of("app", "shop"), List.of(), List.of());
        team("old", "middle");
        team("middle", "new");
        team("new", null);
        assertThat(assign(Map.of("app", "shop")).ownerTeam()).isEqualTo("new");

        team("new", "old");
        assertThat(assign(Map.of("app", "shop")).ownerTeam()).isNotNull();
    }

    @Test
    void a_deleted_workload_claims_nothing_any_more() {
        workload("shop", "payments", Map.of("app", "shop"), List.of(), List.of());
        edit("workload", "shop", null, null, null);

        assertThat(assign(Map.of("app", "shop"))).isEqualTo(Assignment.NONE);
    }
}
