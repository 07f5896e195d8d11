package dev.demarc.assessment;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.assessment.application.AcknowledgeGap;
import dev.demarc.assessment.application.AssessSubjects;
import dev.demarc.assessment.application.ContextQueries;
import dev.demarc.assessment.application.ContextRules;
import dev.demarc.assessment.application.ContextStore;
import dev.demarc.assessment.application.Coverage;
import dev.demarc.assessment.application.EditContext;
import dev.demarc.assessment.application.ExplainGap;
import dev.demarc.assessment.application.GapViewStore;
import dev.demarc.assessment.application.HeardStore;
import dev.demarc.assessment.application.Ingest;
import dev.demarc.assessment.application.OutcomeViewStore;
import dev.demarc.assessment.application.PreviewWorkload;
import dev.demarc.assessment.application.QueryGaps;
import dev.demarc.assessment.application.QueryPosture;
import dev.demarc.assessment.application.ResourceStore;
import dev.demarc.assessment.application.RunStore;
import dev.demarc.assessment.application.ShowResponsibilities;
import dev.demarc.assessment.application.Snapshots;
import dev.demarc.assessment.application.SubjectStore;
import dev.demarc.assessment.ingest.aws.AwsConfigAdapter;
import dev.demarc.assessment.mongo.MongoResources;
import dev.demarc.assessment.web.AccountsController;
import dev.demarc.assessment.web.CoverageController;
import dev.demarc.assessment.web.GapController;
import dev.demarc.assessment.web.GapExportController;
import dev.demarc.assessment.web.GapsController;
import dev.demarc.assessment.web.IngestController;
import dev.demarc.assessment.web.PostureController;
import dev.demarc.assessment.web.PreviewController;
import dev.demarc.assessment.web.ResourcesController;
import dev.demarc.assessment.web.RunsController;
import dev.demarc.assessment.web.TeamsController;
import dev.demarc.assessment.web.WorkloadsController;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The wiring of the HTTP endpoints. */
@Configuration(proxyBeanMethods = false)
class WebWiring {

    /** Where requests wait for the store or the broker: a virtual thread each. */
    @Bean(destroyMethod = "dispose")
    Scheduler blocking() {
        return Schedulers.fromExecutorService(
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("demarc-http-", 0).factory()),
                "demarc-http");
    }

    @Bean
    IngestController ingestController(AwsConfigAdapter adapter, Ingest ingest, Scheduler blocking, Clock clock) {
        return new IngestController(adapter, ingest, blocking, clock);
    }

    @Bean
    QueryGaps queryGaps(GapViewStore views) {
        return new QueryGaps(views);
    }

    @Bean
    GapsController gapsController(QueryGaps gaps, Scheduler blocking, Clock clock) {
        return new GapsController(gaps, blocking, clock);
    }

    @Bean
    GapExportController gapExportController(QueryGaps gaps, Scheduler blocking, Clock clock) {
        return new GapExportController(gaps, blocking, clock);
    }

    @Bean
    PostureController postureController(OutcomeViewStore outcomes, Scheduler blocking) {
        return new PostureController(new QueryPosture(outcomes), blocking);
    }

    @Bean
    GapController gapController(SubjectStore subjects, GapViewStore views, Snapshots snapshots, AssessSubjects assess,
            Scheduler blocking, Clock clock) {
        return new GapController(new ExplainGap(subjects, views, snapshots),
                new AcknowledgeGap(subjects, assess, clock), blocking);
    }

    @Bean
    ContextQueries contextQueries(ContextStore store) {
        return new ContextQueries(store);
    }

    @Bean
    TeamsController teamsController(ContextQueries queries, EditContext edit, Scheduler blocking) {
        return new TeamsController(queries, new ContextRules(queries), edit, blocking);
    }

    @Bean
    WorkloadsController workloadsController(ContextQueries queries, EditContext edit, Scheduler blocking) {
        return new WorkloadsController(queries, new ContextRules(queries), edit, blocking);
    }

    @Bean
    PreviewController previewController(SubjectStore subjects, Snapshots snapshots, Scheduler blocking, Clock clock) {
        return new PreviewController(new PreviewWorkload(subjects, snapshots, clock), blocking);
    }

    @Bean
    AccountsController accountsController(ContextQueries queries, EditContext edit, Scheduler blocking, Clock clock) {
        return new AccountsController(queries, new ContextRules(queries), edit, blocking, clock);
    }

    @Bean
    ResourceStore resourceStore(MongoDatabase database) {
        return new MongoResources(database);
    }

    @Bean
    ResourcesController resourcesController(ResourceStore resources, SubjectStore subjects, Snapshots snapshots,
            Scheduler blocking, Clock clock) {
        return new ResourcesController(resources, subjects, new ShowResponsibilities(subjects, snapshots, clock),
                blocking);
    }

    @Bean
    CoverageController coverageController(ContextQueries queries, ResourceStore resources, HeardStore heard,
            Snapshots snapshots, Scheduler blocking, Clock clock) {
        return new CoverageController(queries, new Coverage(resources, heard, snapshots, clock), blocking);
    }

    @Bean
    RunsController runsController(RunStore runs, Scheduler blocking) {
        return new RunsController(runs, blocking);
    }
}
