graph [
 directed 1
 node [ id 1 label "A &amp; B" graphics [ x 1.5 y 2 w 3 fill "#FF0000" ] tag "a" tag "b" ]
 node [ id 2 ]
 edge [ source 1 target 2 value 2.5 label "ally" ]
]
