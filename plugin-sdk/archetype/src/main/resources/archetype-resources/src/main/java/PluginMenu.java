package ${package};

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.shell.MenuContribution;
import org.tenon.sdk.shell.MenuItem;

/** Where people find it. */
@Component
public final class PluginMenu implements MenuContribution {

    @Override
    public String area() {
        return "${area}";
    }

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.group("${area}", 300, "user"),
            MenuItem.of("${area}.notes", "${area}", 10, "/${area}/notes", "${area}.note:read"),
            MenuItem.of("${area}.open", "${area}", 20, "/${area}/open", "${area}.note:read"));
    }
}
