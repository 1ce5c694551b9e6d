package ${package};

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tenon.testkit.contract.InstalledContract;
import org.tenon.testkit.process.Tenon;

/** So does the installed one, in a Tenon of its own: mvn verify -Dtenon.archive=... */
@EnabledIfSystemProperty(named = "tenon.archive", matches = ".+")
class InstalledIT extends InstalledContract {

    InstalledIT(Tenon tenon) {
        super(tenon);
    }
}
