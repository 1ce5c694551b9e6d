package org.tenon.it;

import java.util.Map;
import org.tenon.testkit.process.Tenon;

class FirstTenMinutesOnDerbyIT extends FirstTenMinutesIT {

    FirstTenMinutesOnDerbyIT() {
        super(Tenon.start("derby", Map.of()));
    }
}
