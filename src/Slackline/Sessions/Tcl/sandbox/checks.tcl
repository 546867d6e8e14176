# The second wall: every word that a query hands to a command of the tool is checked, as it is at that moment, however it was put together.
#
# The tool's own procedures run outside of the safe interpreter. Some open files (>), some put their arguments through expr or into formats,
# and SWIG evaluates a string that it reads as the name of an object. So numbers must be numbers, filters must keep to their grammar, names
# hold nothing that Tcl would run, and an object must be one that the tool has handed out in this query.
#
#   ::slackline::sandbox::checked NAME WORDS   the words of a call as the tool will get them, or an error that says what is wrong with one

namespace eval ::slackline::sandbox {
  # Objects that the tool has handed to the running query. They are addresses in its memory, so a query may not make one up.
  variable handles
  array set handles {}
  variable most_digits 20

  # The words of a call as the tool will get them, or an error that says what is wrong with one.
  proc checked { name arguments } {
    variable commands
    lassign [dict get $commands $name] options positional
    set words {}
    set place 0
    for { set i 0 } { $i < [llength $arguments] } { incr i } {
      set word [lindex $arguments $i]
      refuse_redirection $word
      if { ![is_option $word] } {
        if { $place >= [llength $positional] } {
          error "$name: '[shortened $word]' is one argument too many"
        }
        check_[lindex $positional $place] "$name: argument [expr { $place + 1 }]" $word
        incr place
        # To Tcl a line's end would be the end of a command, too.
        lappend words [string map {\n { }} $word]
        continue
      }
      set option [full_option $name $options $word]
      lappend words $option
      set kind [dict get $options $option]
      if { $kind ne "flag" } {
        if { [incr i] >= [llength $arguments] } {
          error "$name: $option needs a value"
        }
        set value [lindex $arguments $i]
        refuse_redirection $value
        # The tool looks for its options in several passes, and might take this one for another.
        if { [is_option $value] } {
          error "$name: $option needs a value, and '[shortened $value]' looks like an option"
        }
        check_$kind "$name $option" $value
        lappend words [string map {\n { }} $value]
      }
    }
    return $words
  }

  # The tool takes any of the last two words for one.
  proc refuse_redirection { word } {
    if { [string index [string trimleft $word] 0] eq ">" } {
      error "redirection is not allowed in queries: what a report prints is streamed to you"
    }
  }

  proc is_option { word } {
    return [regexp {^-[[:alpha:]]} $word]
  }

  proc full_option { name options word } {
    if { [dict exists $options $word] } {
      return $word
    }
    set candidates [lsearch -all -inline -glob [dict keys $options] [string map {\\ \\\\ * \\* ? \\? [ \\[} $word]*]
    if { [llength $candidates] == 1 } {
      return [lindex $candidates 0]
    }
    set known [expr { [dict size $options] == 0 ? "none" : [join [dict keys $options] ", "] }]
    error "$name: there is no option '[shortened $word]' in queries; allowed are: $known"
  }

  # --- the kinds of values: check_KIND ---

  proc check_number { where value } {
    if { ![regexp {^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$} $value] || [string length $value] > 40 } {
      error "$where: '[shortened $value]' is not a number"
    }
  }

  proc check_count { where value } {
    if { ![regexp {^[0-9]{1,9}$} $value] || [string match 0?* $value] } {
      error "$where: '[shortened $value]' is not a whole number from 0 to 999999999"
    }
  }

  proc check_digits { where value } {
    variable most_digits
    if { ![regexp {^[0-9]{1,2}$} $value] || [string match 0?* $value] || $value > $most_digits } {
      error "$where: '[shortened $value]' is not a number of digits from 0 to $most_digits"
    }
  }

  proc check_word { where value } {
    if { ![regexp {^(?:\^|[A-Za-z][A-Za-z0-9_]*)$} $value] || [string length $value] > 100 } {
      error "$where: '[shortened $value]' is not a word of letters, digits and _"
    }
  }

  proc check_words { where value } {
    # Lists and the forms that are seen in scripts: {capacitance slew}, capacitance, {a|b}. Nothing that a list could unquote.
    if { ![regexp {^[A-Za-z0-9_*|, ]*$} $value] || [string length $value] > 1000 } {
      error "$where: '[shortened $value]' is not a list of words"
    }
  }

  proc check_separator { where value } {
    if { [string length $value] != 1 || [string first $value "/.:|@#^"] < 0 } {
      error "$where: '[shortened $value]' is not a separator, one of / . : | @ # ^"
    }
  }

  # PROPERTY OPERATOR VALUE, and && || ! ( ) defined() between them. Square brackets only as a bus's index.
  proc check_filter { where value } {
    variable filter_grammar
    if { ![regexp $filter_grammar $value] || [string length $value] > 4000 } {
      error "$where: '[shortened $value]' is not a filter like {direction == output && name =~ u1/*}"
    }
  }
  variable filter_grammar {^(?:[ \t]|[A-Za-z0-9_.*?/:@+-]|\[[0-9*:]+\]|==|!=|=~|!~|&&|\|\||!|\(|\))+$}

  # Lists of objects, and of names and patterns of objects. Objects must be real, and nothing may be code if the tool evaluates it.
  proc check_objects { where value {depth 0} } {
    refuse_code $where $value
    if { $depth > 0 && [string first \n $value] >= 0 } {
      error "$where: a name with the end of a line in it: write ? in its place"
    }
    if { [string first _p_ $value] < 0 && [string first \\ $value] < 0 || [is_handle $value] } {
      return
    }
    if { $depth > 8 } {
      error "$where: lists in lists in lists: '[shortened $value]'"
    }
    if { [catch { llength $value } count] || $count == 1 && [lindex $value 0] eq $value } {
      refuse_handles $where $value
      return
    }
    set strange 0
    foreach element $value {
      if { ![is_handle $element] } {
        set strange 1
        check_objects $where $element [expr { $depth + 1 }]
      }
    }
    if { $strange } {
      # The tool reads some lists with their backslashes doubled, and so in another way than we did.
      refuse_handles $where $value
    }
  }

  # Clocks that exist: OpenSTA 2.0.17 crashes when it reports the skew of none.
  proc check_clocks { where value } {
    check_objects $where $value
    foreach clock $value {
      if { ![is_handle $clock] && [llength [::get_clocks -quiet $clock]] == 0 } {
        error "$where: there is no clock '[shortened $clock]'"
      }
    }
    if { [llength $value] == 0 } {
      error "$where: no clock is given"
    }
  }

  # --- what is in a value ---

  # SWIG asks Tcl for "info commands NAME" where an object is expected, and so evaluates brackets and semicolons in NAME. Indexes
  # and the classes of regular expressions stay; for all else a pattern has ?.
  proc refuse_code { where value } {
    if { [string first \; $value] >= 0 } {
      error "$where: '[shortened $value]': write ? in the place of ;"
    }
    if { [string first \[ $value] < 0 } {
      return
    }
    foreach { all inside } [regexp -all -inline {\[([^\]]*)\]?} $value] {
      if { ![regexp {^[-+*?^.:_0-9A-Za-z\\]*$} $inside] || [llength [info commands ::[string map {* \\* ? \\? \\ {}} $inside]]] } {
        error "$where: '[shortened $all]' could be a command to Tcl: write ? in the place of the brackets"
      }
    }
  }

  proc refuse_handles { where value } {
    foreach handle [regexp -all -inline {_[0-9a-fA-F]{4,}_p_\w*} $value] {
      if { ![is_handle $handle] } {
        error "$where: '$handle' is not an object of this query; ask for it by name (get_pins, get_cells ...)"
      }
    }
  }

  proc shortened { text } {
    return [expr { [string length $text] > 80 ? "[string range $text 0 76]..." : $text }]
  }

  # An object that the tool has handed to this query has a command of its name in the tool; a name that only looks like one has not.
  proc is_handle { word } {
    variable handles
    return [expr { [info exists handles($word)] && [regexp {^_[0-9a-f]+_p_\w+$} $word] && [llength [info commands ::$word]] == 1 }]
  }

  # Remembers the objects in a result, and whatever else is in it: is_handle looks again.
  proc learn { result } {
    variable handles
    if { [string match *_p_* $result] && ![catch { llength $result }] } {
      foreach word $result {
        set handles($word) 1
      }
    }
  }
}
