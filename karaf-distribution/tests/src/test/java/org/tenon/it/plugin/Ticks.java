package org.tenon.it.plugin;

import org.tenon.testkit.source.PluginSource;

/** A plugin with one timer, whose time comes on the 29th of February. */
public final class Ticks {

    private Ticks() {
    }

    public static PluginSource plugin() {
        return new PluginSource("ticks", "1.0.0")
            .type("Tick", """
                import java.time.LocalDateTime;
                import java.time.ZoneId;
                import java.util.Map;
                import org.osgi.service.component.annotations.Component;
                import org.tenon.sdk.job.*;
                @Component
                public final class Tick implements TimerTask {
                    @Override public String name() { return "ticks.tick"; }
                    @Override public Schedule schedule() { return Schedule.cron("15 4 29 2 *").in(ZoneId.of("Asia/Shanghai")).missed(Schedule.Missed.EACH); }
                    @Override public Map<String, Object> run(LocalDateTime due, JobRun run) {
                        run.step(() -> new JobRun.Progress(3, 3L, Map.of()));
                        return Map.of("changed", 3);
                    }
                }
                """)
            .file("i18n/ticks_en.properties", "area.label=Ticks\ntimer.tick=Leap day tick\n")
            .file("i18n/ticks_zh_CN.properties", "area.label=\u6ef4\u7b54\ntimer.tick=\u95f0\u65e5\u6ef4\u7b54\n")
            .file("i18n/ticks_zh_TW.properties", "area.label=\u6ef4\u7b54\ntimer.tick=\u958f\u65e5\u6ef4\u7b54\n");
    }
}
