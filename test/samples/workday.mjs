// What both HR syncs share that has nothing to do with what may go wrong: envelopes, and what stands in a worker.
import { XMLParser } from 'fast-xml-parser'

const MANY = new Set(['Worker', 'Worker_Job_Data', 'Email_Address_Data', 'ID', 'Type_Data', 'Usage_Data'])
const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (name) => MANY.has(name),
})

/** The body of an envelope; undefined for what is none. */
export function bodyOf(text) {
  try {
    return parser.parse(text).Envelope?.Body
  } catch {
    return undefined
  }
}

export function envelope({ username, password }, content) {
  return `<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">
<env:Header><wsse:Security><wsse:UsernameToken><wsse:Username>${username}</wsse:Username><wsse:Password>${password}</wsse:Password></wsse:UsernameToken></wsse:Security></env:Header>
<env:Body>${content}</env:Body></env:Envelope>`
}

/** A page of all workers, with what a directory wants to know. */
export function getWorkers(page) {
  return `<wd:Get_Workers_Request xmlns:wd="urn:com.workday/bsvc">
<wd:Response_Filter><wd:Page>${page}</wd:Page><wd:Count>100</wd:Count></wd:Response_Filter>
<wd:Response_Group><wd:Include_Reference>true</wd:Include_Reference><wd:Include_Personal_Information>true</wd:Include_Personal_Information><wd:Include_Employment_Information>true</wd:Include_Employment_Information></wd:Response_Group>
</wd:Get_Workers_Request>`
}

export function changeJob(workerId, title, day) {
  return `<wd:Change_Job_Request xmlns:wd="urn:com.workday/bsvc"><wd:Change_Job_Data>
<wd:Worker_Reference><wd:ID wd:type="Employee_ID">${workerId}</wd:ID></wd:Worker_Reference><wd:Effective_Date>${day}</wd:Effective_Date>
<wd:Change_Job_Detail_Data><wd:Reason_Reference><wd:ID wd:type="Change_Job_Subcategory_ID">Data_Change_Job_Details</wd:ID></wd:Reason_Reference>
<wd:Job_Details_Data><wd:Business_Title>${title}</wd:Business_Title></wd:Job_Details_Data></wd:Change_Job_Detail_Data>
</wd:Change_Job_Data></wd:Change_Job_Request>`
}

/** What a directory keeps of a worker. */
export function readWorker({ Worker_Reference: reference, Worker_Data: data }) {
  const names = data.Personal_Data?.Name_Data?.Legal_Name_Data?.Name_Detail_Data ?? {}
  const status = data.Employment_Data?.Worker_Status_Data
  const emails = data.Personal_Data?.Contact_Data?.Email_Address_Data ?? []
  const work = emails.find((each) =>
    each.Usage_Data?.some(({ Type_Data: types }) =>
      types?.some(({ Type_Reference: type }) => type.ID.some((id) => id['#text'] === 'WORK')),
    ),
  )
  return {
    id: data.Worker_ID,
    wid: reference.ID.find((id) => id['@_type'] === 'WID')['#text'],
    address: `${names.First_Name}.${names.Last_Name}@aldergate.example`.toLowerCase().replaceAll(' ', ''),
    employed: data.Employment_Data !== undefined,
    active: status?.Active === '1',
    ended: status?.Termination_Date !== undefined,
    email: work?.Email_Address,
  }
}

/** Whether an address is one of those that the directory gives. */
export function isOurs(email) {
  return email?.endsWith('@aldergate.example') === true
}
