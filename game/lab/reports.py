"""Which report a study gets."""

from dataclasses import replace

from game.lab.acts import acts_report
from game.lab.calibration import calibration_report
from game.lab.explanations import explanations_report
from game.lab.plan import Kind
from game.lab.report import Report, study_report
from game.lab.sensitivity import sensitivity_report
from game.lab.study import Study
from game.lab.styles import styles_report
from game.lab.sweep import sweep_report
from game.lab.verdicts import claims_report
from game.play.seating import say_seats

_REPORTS = {
    Kind.STUDY: study_report,
    Kind.CLAIMS: claims_report,
    Kind.SWEEP: sweep_report,
    Kind.SENSITIVITY: sensitivity_report,
    Kind.CALIBRATION: calibration_report,
    Kind.EXPLANATIONS: explanations_report,
    Kind.ACTS: acts_report,
    Kind.STYLES: styles_report,
}


def report_on(study: Study) -> Report:
    return replace(_REPORTS[study.plan.kind](study), minds=say_seats(study.plan.minds))
