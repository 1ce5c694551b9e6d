package org.example.loyalty;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tenon.testkit.contract.InstalledContract;
import org.tenon.testkit.process.Tenon;

/** So does the installed one. */
@EnabledIfSystemProperty(named = "tenon.archive", matches = ".+")
class LoyaltyInstalledIT extends InstalledContract {

    LoyaltyInstalledIT(Tenon tenon) {
        super(tenon);
    }
}
