#!/usr/bin/env bash
# OpenSTA: report_checks -slack_max leaves out a violated path.
#
# A path under a set_min_delay violates it by 0.32 ns. Asked for all hold paths, OpenSTA prints it first, as -0.32. Asked for those with a slack of at most 0, it says
# "No paths found." The endpoint's plain hold check is met by 0.18 ns, and that seems to be what the bound is compared with. Whoever greps for violations with
# -slack_max 0, to save time, signs off a design with a hold violation.
#
# Seen with OpenSTA 2.0.17 (Debian package opensta 0~20191111gitc018cb2+dfsg-1), and with 3.1.0 built from its sources of August 2026. Setup paths: no difference seen.
# Exits 0 while the tool behaves so, 1 when it does not any more.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
package=0~20191111gitc018cb2+dfsg-1
echo "package: opensta $package"
chmod 755 "$folder"
apt-get download "opensta=$package" > /dev/null 2>&1
dpkg-deb -x opensta_*.deb .
sta=$folder/usr/bin/sta

cat > cells.lib <<'LIB'
library (cells) {
  delay_model : table_lookup; time_unit : "1ns"; voltage_unit : "1V"; current_unit : "1mA"; pulling_resistance_unit : "1kohm"; capacitive_load_unit (1, pf);
  input_threshold_pct_rise : 50; input_threshold_pct_fall : 50; output_threshold_pct_rise : 50; output_threshold_pct_fall : 50;
  slew_lower_threshold_pct_rise : 20; slew_lower_threshold_pct_fall : 20; slew_upper_threshold_pct_rise : 80; slew_upper_threshold_pct_fall : 80;
  nom_process : 1; nom_temperature : 25; nom_voltage : 1;
  cell (FF) {
    ff (IQ, IQN) { clocked_on : "CK"; next_state : "D"; }
    pin (D) { direction : input; capacitance : 0.001;
      timing () { related_pin : "CK"; timing_type : hold_rising; rise_constraint (scalar) { values ("0.02"); } fall_constraint (scalar) { values ("0.02"); } } }
    pin (CK) { direction : input; clock : true; capacitance : 0.001; }
    pin (Q) { direction : output; function : "IQ";
      timing () { related_pin : "CK"; timing_type : rising_edge; cell_rise (scalar) { values ("0.20"); } cell_fall (scalar) { values ("0.20"); }
        rise_transition (scalar) { values ("0.05"); } fall_transition (scalar) { values ("0.05"); } } }
  }
}
LIB
cat > design.v <<'NETLIST'
module top (input clk, input a);
  wire q1, q2;
  FF r1 (.D(a), .CK(clk), .Q(q1));
  FF r2 (.D(q1), .CK(clk), .Q(q2));
  FF r3 (.D(q2), .CK(clk));
endmodule
NETLIST
cat > run.tcl <<'TCL'
read_liberty cells.lib
read_verilog design.v
link_design top
create_clock -name clk -period 1 clk
set_min_delay 0.5 -from [get_pins r2/CK] -to [get_pins r3/D]
report_checks -path_delay min -group_count 100 -format slack_only > all.rpt
report_checks -path_delay min -group_count 100 -format slack_only -slack_max 0 > bounded.rpt
TCL
"$sta" -no_splash -no_init -exit run.tcl
echo "all hold paths:"; cat all.rpt
echo "those with -slack_max 0:"; cat bounded.rpt
grep -q -- '-0\.32' all.rpt && ! grep -q -- '-0\.32' bounded.rpt && echo "as described: the violation is in the first report and not in the second"
