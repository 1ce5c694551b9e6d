package org.example.loyalty.reward;

import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.record.Changes;
import org.tenon.sdk.record.RecordRules;

/** What a reward must be like. */
@Component(service = RecordRules.class)
public final class RewardRules implements RecordRules<Reward> {

    @Override
    public Class<Reward> type() {
        return Reward.class;
    }

    @Override
    public void derive(Reward reward, Changes changes) {
        reward.fillIn();
    }
}
