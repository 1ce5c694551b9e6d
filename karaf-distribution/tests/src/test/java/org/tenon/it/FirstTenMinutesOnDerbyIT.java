package org.tenon.it;

import java.util.Map;

class FirstTenMinutesOnDerbyIT extends FirstTenMinutesIT {

    FirstTenMinutesOnDerbyIT() {
        super(Tenon.start("derby", Map.of()));
    }
}
