package org.tenon.jobs.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;

class HandlersTest {

    private record Named(String kind, String name) implements JobHandler {

        @Override
        public Map<String, Object> run(JobRun run) {
            return Map.of("name", name);
        }
    }

    private final Handlers handlers = new Handlers();
    private final JobHandler north = new Named("couriers.quote", "north");
    private final JobHandler south = new Named("couriers.quote", "south");

    @Test
    void theLatestOfAKindDoesItsJobsAndTheOneBeforeDoesAgainOnceItHasLeft() {
        handlers.add(north);
        handlers.add(south);
        assertThat(handlers.find("couriers.quote")).containsSame(south);
        handlers.remove(south);
        assertThat(handlers.find("couriers.quote")).containsSame(north);
        assertThat(handlers.kinds()).containsExactly("couriers.quote");
    }

    @Test
    void oneThatLeftBeforeTheLatestDoesNotComeBack() {
        handlers.add(north);
        handlers.add(south);
        handlers.remove(north);
        handlers.remove(south);
        assertThat(handlers.find("couriers.quote")).isEmpty();
        assertThat(handlers.kinds()).isEmpty();
    }
}
